import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../shape';
import type { Input } from '../../types';
import { dewavpsShapes } from '.';

type Ref = keyof typeof dewavpsShapes;

const shape = (ref: Ref): Shape => dewavpsShapes[ref];

/** The request of a fixture. */
function fixture(ref: Ref) {
  const file = new URL(`../../fixtures/dewavps/${ref}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as { request?: { body?: object } };
}

/** The parsed body of a fixture with some fields changed, or `field:code` for each refusal. */
const body = (ref: Ref, more: object) => {
  const parsed = shape(ref).body?.safeParse({ ...fixture(ref).request?.body, ...more });
  if (!parsed) throw new Error(`no body schema ${ref}`);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}:${issue.message}`);
};

describe('inputs', () => {
  it('refuse a wrong instance with codes by field', () => {
    expect(
      body('D03', {
        hostname: '-bad-',
        cpu: 0,
        memory: 1.5,
        password: 'short',
        tier_id: 'x',
        location_id: '',
        _method: 'x',
      }),
    ).toEqual(
      expect.arrayContaining([
        'hostname:hostname_hyphen{"label":"-bad-"}',
        'cpu:too_small',
        'memory:not_a_number',
        'password:too_short_by{"min":8,"length":5}',
        'tier_id:id_invalid',
        'location_id:required',
        ':unknown_field',
      ]),
    );
    expect(
      body('D03', { hostname: undefined, username: '', password: '', use_public_ip: undefined }),
    ).toEqual(
      expect.arrayContaining([
        'hostname:required',
        'username:required',
        'password:required',
        'use_public_ip:required',
      ]),
    );
  });

  it('read the text forms of a form body, which the sandbox gets', () => {
    expect(
      body('D03', { cpu: '2', use_public_ip: '1', use_dedicated_cpu: 'false', location_id: '1' }),
    ).toMatchObject({
      cpu: 2,
      use_public_ip: true,
      use_dedicated_cpu: false,
      location_id: 1,
    });
    expect(shape('D02').query?.parse({ limit: '20', page: '3' })).toEqual({ limit: 20, page: 3 });
  });

  it.each([
    ['web-01.example.id', 'web-01.example.id'],
    ['A1', 'A1'],
    ['a'.repeat(63), 'a'.repeat(63)],
    [' web-01.example.id. ', 'web-01.example.id'],
    ['ü', 'xn--tda'],
  ])('send the host name %s as %s', (hostname, sent) => {
    expect(body('D22', { hostname })).toEqual({ hostname: sent });
  });

  it.each([
    ['a'.repeat(64), 'hostname_label_long'],
    ['a..b', 'hostname_dots'],
    ['a-', 'hostname_hyphen'],
    ['a_b', 'hostname_character{"character":"_"}'],
    ['a b', 'hostname_space'],
  ])('refuse the host name %s with %s', (hostname, code) => {
    expect(body('D22', { hostname })).toEqual([expect.stringContaining(`hostname:${code}`)]);
  });

  it('read ports and ranges', () => {
    expect(body('D39', { destination_port: 443 })).toMatchObject({ destination_port: '443' });
    expect(body('D39', {})).toMatchObject({ destination_port: '8000:9000' });
    expect(body('D39', { destination_port: ' 8000 – 9000 ' })).toMatchObject({
      destination_port: '8000:9000',
    });
    for (const [bad, code] of [
      [0, 'out_of_range'],
      [65536, 'out_of_range'],
      ['9000-8000', 'backwards'],
      ['80-90-100', 'not_a_port'],
      ['http', 'not_a_port'],
      [1.5, 'not_a_port'],
    ])
      expect(body('D39', { destination_port: bad })).toEqual([`destination_port:port_${code}`]);
    expect(body('D39', { destination_port: undefined })).toEqual(['destination_port:required']);
  });

  it('send addresses in their normal form', () => {
    expect(body('D39', { source_ip: '2001:DB8::0:5/64' })).toMatchObject({
      source_ip: '2001:db8::/64',
    });
    expect(body('D46', { cidr: ' 10.0.0.5/24 ' })).toMatchObject({ cidr: '10.0.0.0/24' });
    expect(body('D46', { cidr: '::ffff:203.0.113.7' })).toMatchObject({ cidr: '203.0.113.7' });
    expect(body('D46', { cidr: '010.0.0.1' })).toEqual(['cidr:cidr_leading_zero']);
  });

  it('send text as one line, composed, without hidden characters', () => {
    expect(body('D44', { name: ' kafe\u0301 ' })).toMatchObject({ name: 'kafé' });
    expect(body('D44', { name: 'a\u202Eb' })).toEqual([
      'name:text_character{"character":"U+202E"}',
    ]);
    expect(body('D44', { name: 'a'.repeat(65) })).toEqual([
      'name:too_long_by{"max":64,"length":65}',
    ]);
  });

  it('check rules across fields', () => {
    expect(body('D39', { use_ipset: true })).toEqual(['source_ipset:required']);
    expect(body('D39', { source_ip: '300.1.1.1' })).toEqual(['source_ip:cidr_part']);
    expect(body('D46', { cidr: '0.0.0.0/0' })).toEqual(['cidr:cidr_too_wide']);
    expect(body('D19', { password_confirmation: 'another-thing' })).toEqual([
      'password_confirmation:password_mismatch',
    ]);
    expect(body('D32', { schedule_on: null })).toEqual(['schedule_on:required']);
    expect(body('D32', { schedule_type: 'daily', schedule_on: null })).toMatchObject({
      schedule_type: 'daily',
    });
    expect(
      shape('D82').query?.safeParse({ start: '2024-02-01', end: '2024-01-01' }).error?.issues,
    ).toMatchObject([{ path: ['end'], message: 'end_before_start' }]);
  });

  it('refuse private keys', () => {
    expect(body('D71', { key: '-----BEGIN OPENSSH PRIVATE KEY-----\nfake' })).toEqual([
      'key:ssh_key_private',
    ]);
    expect(body('D71', { key: 'nonsense' })).toEqual(['key:ssh_key_type']);
    expect(body('D71', { key: '' })).toEqual(['key:required']);
  });

  it('send null as an empty field to detach, and refuse a missing field', () => {
    expect(shape('D15').body?.safeParse({}).error?.issues[0]?.message).toBe('required');
    expect(shape('D17').body?.safeParse({}).error?.issues[0]?.message).toBe('required');
    expect(body('D15', { vswitch: null })).toEqual({ vswitch: '' });
    expect(body('D17', { public_network: null })).toEqual({ public_network: '' });
  });

  it('accept ids as numbers or as text', () => {
    expect(body('D60', { instance_id: 7 })).toEqual({ instance_id: '7' });
    expect(body('D15', { vswitch: 12 })).toEqual({ vswitch: '12' });
    expect(body('D03', { ssh_keys: [3, '4'], location_id: '1' })).toMatchObject({
      ssh_keys: ['3', '4'],
      location_id: 1,
    });
    expect(
      shape('DX1').body?.parse({ name: 'a', location_id: '1', storage_type: 1, size: '10' }),
    ).toEqual({ name: 'a', location_id: 1, storage_type: '1', size: 10 });
    for (const bad of [1.5, -1, true, {}])
      expect(body('D60', { instance_id: bad })).toEqual(['instance_id:id_invalid']);
  });

  it('refuse a path in a path parameter', () => {
    for (const bad of ['..', 'a/b', '', 'a?b', ' a']) {
      expect(shape('D04').params?.safeParse({ instance_uuid: bad }).success, bad).toBe(false);
    }
  });

  it('have strict types for callers, though they read text at run time', () => {
    const given: Input<'D18'> = {
      params: { instance_uuid: 'u' },
      body: { cpu: 1, memory: 2, storage: 30 },
    };
    expect(body('D18', given.body)).toMatchObject({ cpu: 1 });
    // @ts-expect-error the type of a size is number, though text is read at run time
    const text: Input<'D18'>['body'] = { cpu: '1', memory: 2, storage: 30 };
    expect(body('D18', text)).toMatchObject({ cpu: 1 });
  });
});
