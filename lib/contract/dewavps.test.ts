import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { pathParams, type Operation } from './operation';
import { dewavps } from './operations/dewavps';
import { dewavpsShapes } from './schemas/dewavps';
import { visibility, type Shape } from './shape';
import type { Result, Row, Wire } from './types';

type Ref = keyof typeof dewavps;
interface Fixture {
  ref: Ref;
  inferred?: boolean;
  request?: { params?: unknown; query?: unknown; body?: unknown };
  answer: { message?: string; data?: unknown; pagination?: unknown };
  error?: { status: number; body: { type: string; message: string } };
}

const folder = new URL('./fixtures/dewavps/', import.meta.url);
const refs = Object.keys(dewavps) as Ref[];
const fixtures = new Map(
  readdirSync(folder).map((file) => {
    const fixture = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture;
    return [fixture.ref, fixture];
  }),
);

function fixture(ref: Ref): Fixture {
  const found = fixtures.get(ref);
  if (!found) throw new Error(`no fixture ${ref}`);
  return found;
}

const operation = (ref: Ref): Operation => dewavps[ref];
const shape = (ref: Ref): Shape => dewavpsShapes[ref];

/** The rows in `data` or `data.data`, as answer.ts finds them in real answers. */
function rows(data: unknown): unknown[] {
  const inner = Array.isArray(data) ? data : (data as { data: unknown }).data;
  if (!Array.isArray(inner)) throw new Error('no rows');
  return inner;
}

/** The decoded result of a fixture. */
function result(ref: Ref, data: unknown = fixture(ref).answer.data): unknown {
  const { answer, wire } = shape(ref);
  if (answer === 'list') return rows(data).map((item) => wire?.parse(item));
  return answer === 'object'
    ? wire?.parse(data)
    : { message: typeof data === 'string' ? data : null };
}

describe('table of DewaVPS', () => {
  it('has D01–D90 and the extras, with a shape and a fixture each', () => {
    const expected = Array.from(
      { length: 90 },
      (_, index) => `D${String(index + 1).padStart(2, '0')}`,
    );
    expect(refs).toEqual([...expected, 'DX1', 'DX2', 'DX3', 'DX4']);
    expect(Object.keys(dewavpsShapes).sort()).toEqual([...refs].sort());
    expect([...fixtures.keys()].sort()).toEqual([...refs].sort());
  });

  it('counts 63 recovered and 27 inferred paths, as the contract does', () => {
    const count = (origin: string) => refs.filter((ref) => operation(ref).origin === origin).length;
    expect([count('recovered'), count('inferred'), count('extension')]).toEqual([63, 27, 4]);
  });

  it('has no method and path twice', () => {
    const routes = refs.map(
      (ref) => `${dewavps[ref].method} ${dewavps[ref].path.replace(/\{[^}]+\}/g, '{}')}`,
    );
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(refs)('%s: row, shape and path agree', (ref) => {
    const row = operation(ref);
    const { params, query, body: input, answer, wire } = shape(ref);
    expect(row.ref).toBe(ref);
    expect(Object.keys(params?.shape ?? {})).toEqual(pathParams(row.path));
    for (const name of pathParams(row.path)) expect(name).toMatch(/^[a-z][a-z_]*$/);
    expect(input !== undefined).toBe(row.encoding !== 'none');
    if (row.method !== 'GET') expect(query).toBeUndefined();
    expect(wire !== undefined).toBe(answer === 'object' || answer === 'list');
    for (const other of row.affects) {
      expect(refs).toContain(other);
      expect(operation(other as Ref).kind, other).toBe('read');
    }
    if (row.scope.in === 'path') expect(pathParams(row.path)).toContain(row.scope.param);
    if (row.scope.in === 'body') expect(Object.keys(input?.shape ?? {})).toContain(row.scope.field);
    if (row.kind === 'read') expect([row.method, row.affects]).toEqual(['GET', []]);
  });

  it('marks no operation as a generic read that acts or has its own handler', () => {
    expect(refs.filter((ref) => dewavps[ref].kind === 'acts')).toEqual([
      'D07',
      'D80',
      'D90',
      'DX2',
      'DX4',
    ]);
    expect(refs.filter((ref) => dewavps[ref].reach === 'own')).toEqual([
      'D07',
      'D85',
      'D87',
      'DX4',
    ]);
    expect([dewavps.D52.encoding, dewavps.D53.encoding, dewavps.D09.encoding]).toEqual([
      'query',
      'json',
      'form',
    ]);
  });
});

describe('fixtures', () => {
  it.each(refs)('%s: request and answer parse, the result is plain JSON', (ref) => {
    const { request = {} } = fixture(ref);
    const { params, query, body: input } = shape(ref);
    expect(Object.keys(request).sort()).toEqual(
      Object.entries({ params, query, body: input })
        .flatMap(([key, value]) => (value ? [key] : []))
        .sort(),
    );
    params?.parse(request.params);
    query?.parse(request.query);
    input?.parse(request.body);
    if (shape(ref).answer === 'file') return;
    const shown = result(ref);
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
  });

  it('contain errors if the documentation shows only a refusal (QD2)', () => {
    expect(fixture('D65').error?.body).toEqual({
      type: 'INVALID_OPERATION',
      message: 'Block storage already attached to an instance',
    });
    expect(fixture('D66').error?.body.type).toBe('INVALID_OPERATION');
  });
});

describe('quirks of the answers', () => {
  it('QD13, QD14, QD16: sizes, the two names of the estimate, text dates', () => {
    expect(result('D02')).toMatchObject([
      {
        memory_gb: 2,
        storage_gb: 30,
        cpu: 1,
        estimated_monthly_cost: 235440,
        cost: null,
        created_at: '2024-01-25T07:43:00.000Z',
      },
      {
        cpu: 2,
        memory_gb: 2,
        storage_gb: 1536,
        price_per_hour: 655.5,
        estimated_monthly_cost: 471960.5,
        cost: 1310.75,
        ip_address: null,
        operation_flag: 1,
        created_at: '2024-01-25T17:05:00.000Z',
      },
    ]);
    expect(result('D04')).toMatchObject({
      cpu: 1,
      estimated_monthly_cost: 235440,
      ip_address: '203.0.113.10',
      location_id: '1',
      tier_id: '3',
      os: { template_id: '21', os_id: '2' },
      private_network: null,
    });
    expect(result('D04')).not.toHaveProperty('memory');
  });

  it("public addresses in the platform's form, and in an older guess of it", () => {
    const [held, freed, free] = result('D58') as Row<'D58'>[];
    expect(held).toMatchObject({
      uuid: 'd4c3b2a1-0002-4f5e-9b8a-5b4a3f2e1d0c',
      instance: { uuid: '7c0e3f1a-52b4-4d0c-9a57-1f2e3d4c5b6a', hostname: 'web-01.example.id' },
      cost: 25200,
      price_per_hour: null,
      location_id: null,
    });
    expect([freed?.instance, freed?.cost, free?.instance]).toEqual([null, 25200.5, null]);
    const old = {
      uuid: 'x',
      ip: '203.0.113.1',
      vm: { uuid: 'i-1', name: 'web' },
      price_per_hour: 35,
    };
    expect(result('D58', [old])).toMatchObject([
      {
        uuid: 'x',
        ip_address: '203.0.113.1',
        instance: { hostname: 'web' },
        cost: null,
        price_per_hour: 35,
      },
    ]);
    for (const instance of [undefined, null, {}, [], '', { id: null, hostname: null }])
      expect(result('D58', [{ id: 7, instance }])).toMatchObject([{ uuid: '7', instance: null }]);
    expect(result('D59')).toEqual({ uuid: null, ip_address: '203.0.113.12' });
    expect(result('D59', { uuid: 'x', ip_address: '203.0.113.12' })).toMatchObject({ uuid: 'x' });
    expect(result('D60')).toEqual({ instance_id: '0b9d8c7e-6f5a-4e3d-8c2b-a19081726354' });
    for (const odd of [[], null, {}, 'moved'])
      expect(result('D60', odd)).toEqual({ instance_id: null });
    for (const odd of [[], null, {}])
      expect(result('D62', odd)).toEqual({ uuid: null, ip_address: null });
  });

  it('QD16: every date form', () => {
    expect(result('D01')).toMatchObject([
      { created_at: '2023-01-27T02:42:31.000Z' },
      { updated_at: '2024-03-01T09:00:00.500Z' },
    ]);
    expect(result('D49')).toMatchObject([
      { created_at: '2024-01-25T07:37:00.000Z' },
      { id: '12', gateway: null },
    ]);
    expect(result('D78')).toMatchObject({ last_topup: [{ amount: 100000, date: '2024-08-26' }] });
    expect(result('D84')).toMatchObject([{ created_at: '2024-07-31T17:00:00.000Z', id: null }]);
  });

  it('QD5, QD4: sentences, null and empty lists in place of a documented object', () => {
    expect(result('D14')).toEqual({ message: 'testajabro.id' });
    for (const ref of ['D09', 'D19', 'D42', 'D45', 'D47'] as const) {
      expect(shape(ref).answer, ref).toBe('sentence');
    }
    for (const odd of [[], null, {}, 'done']) {
      expect(result('D15', odd)).toEqual({ uuid: null, hostname: null, status: null });
      expect(result('D03', odd)).toMatchObject({ uuid: null });
    }
    expect(result('D87', {})).toMatchObject({ invoice_id: null, payment_url: null });
    expect(shape('D81').wire?.parse(undefined)).toMatchObject({ status: null });
    expect(shape('D86').wire?.parse(undefined)).toEqual({
      bank: [],
      card: [],
      ritel: [],
      ewallet: [],
      qris: [],
    });
  });

  it('QD6: ids always become text', () => {
    expect(result('D64')).toMatchObject([
      { id: '31', size_gb: 20 },
      { id: expect.stringMatching(/^6a5b/), size_gb: 50 },
    ]);
    expect(result('D88')).toMatchObject([{ id: '19' }, { id: '20' }]);
    expect(result('D89')).toMatchObject({ id: '337fc06d-d85f-4cd0-acc8-4b497831e1dd' });
    expect(() => result('D02', [{ hostname: 'no-identity' }])).toThrow();
  });

  it('QD7, QD8: two spellings of a rule', () => {
    expect(result('D38')).toMatchObject([
      { action: 'A', destination_port: '22', source_ip: '198.51.100.0/24', enabled: true },
      { action: 'D', destination_port: '8000:9000', source_ip: null, enabled: false },
    ]);
  });

  it('QD15: rupiah as text', () => {
    expect(result('D82')).toMatchObject([
      { amount: 10000, balance_after: 110000 },
      { amount: -1500.5, balance_after: 108499.5 },
    ]);
  });

  it('QD17: the key with a space, and months', () => {
    expect(result('D88')).toMatchObject([
      { billing_periode: '2024-03', billing_date: '2024-04-01' },
      { billing_periode: '2024-04', billing_date: '2024-05-01' },
    ]);
    expect(result('D88', [{ id: 1, billing_periode: 'a while ago' }])).toMatchObject([
      { billing_periode: 'a while ago' },
    ]);
  });

  it('QD21: the unfinished last bucket is dropped, real zeros are kept', () => {
    const metrics = result('D05') as Record<string, { time: string }[]>;
    expect(metrics.cpu?.map((point) => point.time)).toEqual([
      '2023-10-25T09:38:00.000Z',
      '2023-10-25T09:39:00.000Z',
    ]);
    expect([metrics.memory?.length, metrics.network?.length, metrics.disk?.length]).toEqual([
      2, 1, 1,
    ]);
    const idle = {
      cpu: [
        { time: '2023-10-25 16:38', cpu: 0 },
        { time: '2023-10-25 16:39', cpu: 2 },
      ],
    };
    expect((result('D05', idle) as Record<string, unknown[]>).cpu).toHaveLength(2);
  });

  it('our own shapes: plain values, a price computed from another, aliases', () => {
    expect(result('D24')).toEqual({ estimated_monthly: 10800, price_per_hour: null });
    expect(result('D30', 4500)).toEqual({ estimated_price: 4500 });
    expect(result('D35', 'A')).toEqual({ action: 'A' });
    expect(result('D35', { action: 'DROP' })).toEqual({ action: 'D' });
    expect(result('DX3')).toMatchObject({ status: 'SUCCESS', invoice_id: null });
    expect(result('D77')).toMatchObject([
      { component: 'cpu_shared', price_per_hour: 100, price_per_month: 72000 },
      { price_per_month: 144000 },
      { price_per_month: 43920 },
      { price_per_hour: 3.5, price_per_month: 2520 },
      {},
      {},
    ]);
    expect(result('D76')).toMatchObject([{ id: '3', name: 'Cloud Compute AMD Epyc' }, { id: '4' }]);
    expect(result('D74')).toMatchObject([
      { template_id: '21', min_storage: null },
      { template_id: '30', version: '12', min_storage: 10 },
    ]);
    expect(
      result('D64', [
        { id: 1, instance_id: 'abc' },
        { id: 2, attached_to: {} },
      ]),
    ).toMatchObject([{ attached_to: { uuid: 'abc', hostname: null } }, { attached_to: null }]);
    expect(result('D90', {})).toEqual({ id: null, status: null, download_url: null });
  });

  it('drops fields that the contract does not name', () => {
    const odd = {
      uuid: 'x',
      hostname: 'h',
      owner_email: 'CANARY',
      os: { name: 'Ubuntu', licence_key: 'CANARY' },
    };
    expect(JSON.stringify(result('D02', [odd]))).not.toContain('CANARY');
  });
});

describe('types', () => {
  it('differ between the result and the wire', () => {
    const wire = {
      rows: [{ uuid: 'u', memory: '2 GB', storage: '30GB', cpu: 1 }],
    } satisfies Wire<'D02'>;
    const [shown] = result('D02', wire.rows) as Row<'D02'>[];
    const memory: number | null | undefined = shown?.memory_gb;
    expect(memory).toBe(2);
    const detail = result('D04', {
      uuid: 'u',
      cpu: '4',
      estimated_monthly_price: 720,
    } satisfies Wire<'D04'>);
    expect((detail as Result<'D04'>).estimated_monthly_cost).toBe(720);
    const done = [] satisfies Wire<'D10'>;
    expect((result('D10', done) as Result<'D10'>).uuid).toBeNull();
  });
});

/** All named fields of a schema, with their visibility. */
function* fields(schema: z.core.$ZodType): Generator<{ name: string; who: string | undefined }> {
  const def = schema._zod.def as z.core.$ZodTypes['_zod']['def'];
  if (def.type === 'pipe') yield* fields(def.out);
  else if (def.type === 'array') yield* fields(def.element);
  else if (def.type === 'nullable' || def.type === 'optional') yield* fields(def.innerType);
  else if (def.type === 'object') {
    for (const [name, field] of Object.entries(def.shape)) {
      yield { name, who: visibility.get(field as z.ZodType)?.visibility };
      yield* fields(field);
    }
  } else
    expect(['string', 'number', 'boolean'], 'a kind of schema this walk knows').toContain(def.type);
}

describe('visibility', () => {
  it('marks the console tickets and nothing else', () => {
    const marked = refs.flatMap((ref) => {
      const { wire } = shape(ref);
      return wire
        ? [...fields(wire)]
            .filter((field) => field.who)
            .map((field) => `${ref}.${field.name}:${field.who}`)
        : [];
    });
    expect(marked).toEqual([
      'D07.url:server',
      'D07.password:once',
      'D07.webview:server',
      'DX4.url:server',
      'DX4.user:server',
      'DX4.ticket:server',
    ]);
  });

  it('marks every field that has the name of a secret', () => {
    for (const ref of refs) {
      const { wire } = shape(ref);
      for (const { name, who } of wire ? fields(wire) : []) {
        if (/password|secret|token|ticket|private_key|merchant_key|api_?key/.test(name))
          expect(who, `${ref}.${name}`).toBeDefined();
      }
    }
  });
});
