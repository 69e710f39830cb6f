import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AwanioRef } from './index';
import { awanioShapes } from './schemas/awanio';
import type { Shape } from './shape';

/** The faults of a refused body, as `field: code`. */
function refusals(ref: AwanioRef, body: unknown): string[] {
  const form: Shape = awanioShapes[ref];
  const parsed = form.body?.safeParse(body);
  return parsed?.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
}

/** The fixture's request with some fields changed. */
function request(ref: AwanioRef, change: Record<string, unknown> = {}): object {
  const file = new URL(`./fixtures/awanio/${ref}.json`, import.meta.url);
  const said = JSON.parse(readFileSync(file, 'utf8')) as { request: object };
  return { ...said.request, ...change };
}

describe('inputs of Awanio', () => {
  it.each([
    ['A24', { hostname: '-web' }, 'hostname: hostname_hyphen{"label":"-web"}'],
    [
      'A24',
      { hostname: 'a'.repeat(64) },
      `hostname: hostname_label_long{"label":"${'a'.repeat(24)}…","length":64}`,
    ],
    ['A24', { hostname: '2026' }, 'hostname: hostname_number'],
    ['A24', { title: '  ' }, 'title: required'],
    ['A24', { title: 'x'.repeat(101) }, 'title: too_long_by{"max":100,"length":101}'],
    ['A24', { catalogue_uuid: undefined }, 'catalogue_uuid: required'],
    ['A24', { with_external_ip: false }, 'reserve_external_ip: needs_external_ip'],
    [
      'A24',
      { authentication_type: { id: 1, key: 'root!', value: 'long enough' } },
      'authentication_type.key: username_character_vm{"character":"!"}',
    ],
    [
      'A24',
      { authentication_type: { id: 1, key: 'root', value: 'short' } },
      'authentication_type.value: too_short_by{"min":8,"length":5}',
    ],
    [
      'A24',
      { authentication_type: { id: 2, key: 'root', value: 'no key' } },
      'authentication_type.value: ssh_key_type',
    ],
    ['A24', { size: 3 }, ': unknown_field'],
    ['A01', { email: 'sari' }, 'email: email_invalid'],
    ['A01', { password: 'short' }, 'password: too_short'],
    ['A01', { username: 'a b' }, 'username: username_character_person{"character":"U+0020"}'],
    ['A22', { user_level: '2' }, 'user_level: invalid'],
    ['A27', { billing_period: 'price_per_day' }, 'billing_period: invalid'],
    ['A51', { amount: 49_999 }, 'amount: too_small'],
    ['A51', { amount: 50_000.5 }, 'amount: invalid'],
    ['A54', { bucket_name: 'Root' }, 'bucket_name: bucket_name_invalid'],
    ['A56', { bucket_name: '10.0.0.1' }, 'bucket_name: bucket_name_invalid'],
    ['A63', { name: 'My Cluster' }, 'name: cluster_name_invalid'],
    ['AX3', { password_confirmation: 'another one' }, 'password_confirmation: password_mismatch'],
  ] as const)('%s refuses %j', (ref, change, refusal) => {
    expect(refusals(ref, request(ref, change))).toEqual([refusal]);
  });

  it('accept ids as numbers or as text', () => {
    expect(awanioShapes.A14.body.parse({ name: 'a', organization_uuid: 7 })).toEqual({
      name: 'a',
      organization_uuid: '7',
    });
    expect(refusals('A14', { name: 'a', organization_uuid: 1.5 })).toEqual([
      'organization_uuid: invalid',
    ]);
  });

  it('accept numbers as text in a query, but not in a body', () => {
    const { query } = awanioShapes.A45;
    expect(query.parse({ page: '2', per_page: 15, order_by: 'asc' })).toEqual({
      page: 2,
      per_page: 15,
      order_by: 'asc',
    });
    expect(query.safeParse({ page: '0' }).success).toBe(false);
    expect(query.safeParse({ page: 'two' }).success).toBe(false);
  });

  it('accept an SSH key', () => {
    const value = `ssh-ed25519  AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(43)}\tsari@example.id`;
    const authentication_type = { id: 2, key: 'root', value };
    expect(awanioShapes.A24.body.parse(request('A24', { authentication_type }))).toMatchObject({
      authentication_type: { value: value.replace(/\s+/g, ' ') },
    });
    const cut = { ...authentication_type, value: value.slice(0, 60) };
    expect(refusals('A24', request('A24', { authentication_type: cut }))).toEqual([
      'authentication_type.value: ssh_key_cut_short',
    ]);
  });
});
