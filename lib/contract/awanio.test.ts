import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRef, operations, type AwanioRef } from './index';
import { pathParams } from './operation';
import { awanio } from './operations/awanio';
import { awanioShapes } from './schemas/awanio';
import type { Operation } from './operation';
import type { Shape } from './shape';

interface Fixture {
  ref: string;
  inferred?: true;
  request?: Record<string, unknown>;
  answer?: { data: unknown; result: true };
  error?: { status: number; body: Record<string, unknown> };
}

const refs = Object.keys(awanio) as AwanioRef[];
const documented = Array.from({ length: 70 }, (_, n) => `A${String(n + 1).padStart(2, '0')}`);

function fixture(ref: string): Fixture {
  const file = new URL(`./fixtures/awanio/${ref}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Fixture;
}

function rows(data: unknown): unknown[] {
  return Array.isArray(data) ? data : [data];
}

/** Decodes a fixture's answer: the object, or the list of rows. */
function decoded<R extends AwanioRef>(ref: R, change: (data: never) => unknown = (data) => data) {
  const form: Shape = awanioShapes[ref];
  const data = change(fixture(ref).answer?.data as never);
  if (!form.wire) return data;
  return form.answer === 'list'
    ? rows(data).map((row) => form.wire?.parse(row))
    : form.wire.parse(data);
}

describe('the table of Awanio', () => {
  it('has A01–A70 and the extras, each with a shape', () => {
    expect(refs.filter((ref) => !ref.startsWith('AX'))).toEqual(documented);
    expect(refs.length).toBe(77);
    expect(Object.keys(awanioShapes).sort()).toEqual([...refs].sort());
  });

  it.each(refs)('%s agrees with itself and its shape', (ref) => {
    const row: Operation = awanio[ref];
    const form: Shape = awanioShapes[ref];
    expect(row.ref).toBe(ref);
    expect(Object.keys(form.params?.shape ?? {}).sort()).toEqual(pathParams(row.path).sort());
    expect(new Set(row.affects).size).toBe(row.affects.length);
    for (const touched of row.affects) {
      expect(isRef(touched) && operations[touched].kind).toBe('read');
    }
    if (row.kind === 'read') expect(row.affects).toEqual([]);
    if (row.scope.in === 'path') expect(pathParams(row.path)).toContain(row.scope.param);
    if (row.scope.in === 'body') expect(form.body?.shape).toHaveProperty(row.scope.field);
    expect(form.body !== undefined).toBe(row.encoding !== 'none');
    expect(form.wire !== undefined).toBe(form.answer === 'object' || form.answer === 'list');
  });

  it('keeps method and path unique', () => {
    const places = refs.map(
      (ref) => `${awanio[ref].method} ${awanio[ref].path.replace(/\{[^}]+\}/g, '{}')}`,
    );
    expect(new Set(places).size).toBe(refs.length);
  });
});

describe('the fixtures of Awanio', () => {
  it.each(refs)('%s is decoded, survives JSON and leaks nothing', (ref) => {
    const form: Shape = awanioShapes[ref];
    const { request: body, answer, error } = fixture(ref);
    if (body) expect(form.body?.safeParse(body).error).toBeUndefined();
    expect(answer === undefined).toBe(ref === 'A24');
    if (error) expect(error.body).toMatchObject({ error_code: '401-3', result: false });
    if (!answer || !form.wire) return;
    const result = decoded(ref);
    const text = JSON.stringify(result);
    expect(JSON.parse(text)).toEqual(result);
    const shown = text.replace(/"(token|secret_key|kubeconfig)":"[^"]*(\\.[^"]*)*"/g, '');
    expect(shown).not.toMatch(/palsu|ZmFrZS/);
    expect(shown).not.toMatch(
      /verification_code|forgot_password|merchant_key|value_power|power_pass|user_value|client_secret|stripe_id|"user_id"|_int"/,
    );
    expect(shown).not.toMatch(/0001-01-01|00000000-0000-0000-0000-000000000000/);
  });

  it('contain the secrets that results must not contain', () => {
    const all = refs.map((ref) => JSON.stringify(fixture(ref).answer ?? '')).join('');
    for (const name of ['kode', 'lupa', 'kunci', 'sandi', 'pengguna', 'klien', 'nilai']) {
      expect(all).toContain(`palsu-${name}`);
    }
  });
});

describe('quirks of the samples', () => {
  it('QA1, QA10: numbers and booleans as text with a comma, a count of 0', () => {
    expect(decoded('A09')).toMatchObject({
      user_level: 1,
      is_default: true,
      organization: { member_count: 2, organization_member: { user_level: 0, is_default: false } },
      primary_project: { name: 'main' },
    });
    expect(decoded('A11')).toMatchObject({
      is_default: false,
      primary_project: null,
      projects: [],
    });
    expect(decoded('A04')).toMatchObject({
      organizations: [{ organization: { member_count: null } }, {}],
    });
    expect(decoded('A28')).toMatchObject([{ catalogue: { public_access: false } }]);
    expect(decoded('A63')).toMatchObject({ organization: { name: 'Contoh Cluster' } });
  });

  it('QA2, QA11, QA17: quoted keys, aliases, an echo without uuid', () => {
    expect(decoded('A27')).toMatchObject({
      uuid: null,
      compute_same_config: 1,
      catalogue: { public_access: false, min_storage_gb: 10 },
      authentication_type: { id: 1, key: 'root' },
      reserve_external_ip: { is_new: true, reserved: false, uuid: null },
      ip_addresses: [],
      tags: [],
      project_uuid: null,
    });
    expect(decoded('A32')).toMatchObject([
      {
        uuid: null,
        name: 'Intel Xeon 2 x 2620 v4',
        pricing: {
          vcpu_core: 32,
          ram_mb: 262144,
          price_per_unit: 5556,
          meta_storage: [
            { disk: 1, storage_gb: 1000 },
            { disk: null, storage_gb: 1000 },
          ],
        },
      },
    ]);
    expect(decoded('A29')).toMatchObject({
      machine: {
        status_name: 'Deployed',
        pricing: { pricing_unit: 'hour', price_per_unit: 80, maximum_free_usage: 0 },
      },
    });
    expect(decoded('A39')).toMatchObject([
      { pvc_name: '3750d394-144a-4d6d-a0e5-b58679a44289' },
      {},
    ]);
    expect(
      decoded('A45', () => [{ uuid: 'i', InvoiceUrl: 'storage.example.id/i.pdf' }]),
    ).toMatchObject([{ invoice_url: 'storage.example.id/i.pdf' }]);
  });

  it('QA3: a quote inside a zero time; the name of an object stays as it is', () => {
    expect(decoded('A60')).toMatchObject([
      { name: 'Screen Shot 2022-04-02 at 08.23.46.png', size: 1001558, expires: null },
      { size: 1031021 },
    ]);
    expect(decoded('A60', () => [{ name: ' a,", ' }])).toMatchObject([{ name: ' a,", ' }]);
  });

  it('QA5, QA12, QA14, QA15: addresses in every form', () => {
    expect(decoded('A25')).toMatchObject([
      { ip_addresses: [], private_ip_address_v4: '10.0.45.18' },
    ]);
    expect(decoded('A26')).toMatchObject({
      ip_addresses: [],
      private_ip_address_v4: '10.0.45.18',
      meta: { phase: 'running' },
      status: 'running',
      group_type: 'organizations',
      tags: [],
      volumes: [{ tag: 'DataVolume', volume: { size_gb: 20 } }, { tag: 'AdditionalVolume' }],
    });
    const meta = { phase: 'running', private_ip_address: '10.0.0.9' };
    const lifted = decoded('A26', (vm: object) => ({ ...vm, private_ip_address_v4: null, meta }));
    expect(lifted).toMatchObject({ private_ip_address_v4: '10.0.0.9' });
    const listed = decoded('A26', (vm: object) => ({
      ...vm,
      ip_address: [{ address_string: '203.0.113.7' }],
    }));
    expect(listed).toMatchObject({ ip_addresses: ['203.0.113.7'] });
    expect(decoded('A28')).toMatchObject([{ ip_addresses: [] }]);
    expect(decoded('A29')).toMatchObject({ ip_addresses: ['192.168.1.244'] });
    expect(decoded('A63')).toMatchObject({ ip_addresses: ['203.0.113.49'] });
    expect(decoded('A64')).toMatchObject([{ ip_addresses: ['203.0.113.41'] }]);
    expect(decoded('A37')).toMatchObject([
      {
        ip_address: { address_string: '203.0.113.42', gateway_string: '203.0.113.254', cidr: 24 },
        tags: ['tes'],
      },
      {},
    ]);
  });

  it('QA6: the kind of credentials by their fields', () => {
    expect(decoded('A54')).toMatchObject({
      size_gb: 0,
      credentials: [
        { access_key: 'AKCONTOH0001', secret_key: expect.stringMatching(/^palsu-rahasia/) },
      ],
      buckets: [],
    });
    expect(decoded('A55')).toMatchObject({ credentials: [], buckets: [] });
    expect(decoded('A57')).toMatchObject({
      credentials: [],
      buckets: [{ name: 'root', creation_date: '2022-04-05T02:34:19.647Z' }],
    });
  });

  it('QA7, QA8, QA9, QA10, QA30: clusters', () => {
    expect(decoded('A62')).toMatchObject([{ name: '1.23', etcd_version: '1.23' }]);
    expect(decoded('A63')).toMatchObject({
      status: 'pending',
      version: { api_version: '1.23' },
      pricing: {
        vcpu_core: 0.5,
        ram_mb: 0.5,
        price_per_hour: 0,
        price_per_unit: 5000,
        pricing_unit: 'hour',
      },
      pv_pricing: null,
      metrics: { name: null, total_cpu: { value: 0, unit: null } },
    });
    expect(decoded('A66')).toMatchObject({ name: 'my-cluster1' });
    expect(decoded('A69')).toEqual({ status: 'running' });
    expect(decoded('A31')).toEqual({ status: 'Deployed' });
  });

  it('QA13: every time as UTC', () => {
    expect(decoded('A09')).toMatchObject({
      created_at: '2021-12-29T04:26:13.000Z',
      updated_at: '2022-01-13T03:30:50.376Z',
    });
  });

  it('QA16, QA27: unusable values become null, not an error', () => {
    for (const data of [
      null,
      'ok',
      { title: 'echo' },
      { uuid: '00000000-0000-0000-0000-000000000000' },
    ]) {
      expect(awanioShapes.A24.wire.parse(data)).toBeNull();
      expect(awanioShapes.A14.wire.parse(data as null)).toBeNull();
    }
    expect(awanioShapes.A24.wire.parse({ uuid: 'v' })).toMatchObject({
      uuid: 'v',
      ip_addresses: [],
    });
    expect(decoded('A35')).toEqual({
      new_balance: 100000,
      status: 'Voucher was successfully redeemed',
    });
  });

  it('QA24, QA25, QA26: invoices and pictures', () => {
    expect(decoded('A46')).toMatchObject({
      amount: 0,
      subtotal: 6020000,
      credit_from_balance: 6020000,
      items: [{ unit_price: '3 month', price_per_unit: 5970000 }, { label: '203.0.113.28' }],
    });
    expect(decoded('A04')).toMatchObject({
      primary_organization: { icon: null, primary_project: null },
    });
  });

  it('refuses rows without an id', () => {
    expect(() => decoded('A07', () => ({ name: 'x' }))).toThrow();
    expect(() => decoded('A03', () => ({ username: 'x' }))).toThrow();
    expect(() => decoded('A70', () => null)).toThrow();
  });

  it('accepts payment pages only with http and https', () => {
    const paid = (payment_url: string) =>
      decoded('A51', (data: object) => ({ ...data, payment_url }));
    expect(paid('https://pay.example.id/1')).toMatchObject({
      payment_url: 'https://pay.example.id/1',
      expiry_period: 30,
    });
    expect(paid('javascript:alert(1)')).toMatchObject({ payment_url: null });
    const inMeta = (meta: unknown) => decoded('A51', (data: object) => ({ ...data, meta }));
    expect(inMeta({ paymentUrl: 'https://pay.example.id/2' })).toMatchObject({
      payment_url: null,
      meta: { payment_url: 'https://pay.example.id/2', qr_string: null },
    });
    expect(inMeta({ payment_url: 'data:text/html,x' })).toMatchObject({
      meta: { payment_url: null },
    });
    expect(inMeta(null)).toMatchObject({ meta: null });
  });
});
