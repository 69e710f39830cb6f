import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing';
import { TestCloud, at, noScope, order } from '../testing';
import { sizeText } from './metrics';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

interface Series {
  cpu: { time: string; cpu: number }[];
  memory: { time: string; raw_max_memory: number; max_memory: string; raw_usage_memory: number }[];
  network: { time: string; raw_netin: number; netin: string }[];
  disk: { time: string; raw_diskread: number }[];
}
async function series(api: Client, uuid: string, periode: string): Promise<Series> {
  const answered = await api('GET', `/instance/${uuid}/rrd?periode=${periode}`);
  expect(answered.status, answered.text).toBe(200);
  expect(at(answered.body, 'message')).toBe('RRD data');
  return at(answered.body, 'data') as Series;
}
const minutes = (count: number) => count * 60;

describe('metrics', () => {
  it('are seventy minutes in Jakarta’s time, the last one zero, and always the same', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1 });
    const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
    await cloud.advance(tenant, minutes(120));
    const first = await series(api, uuid, 'hour');
    for (const name of ['cpu', 'memory', 'network', 'disk'] as const)
      expect(first[name], name).toHaveLength(70);
    expect(first.cpu.at(-1)).toMatchObject({ cpu: 0 });
    expect(first.memory.at(-1)).toMatchObject({ raw_max_memory: 0, max_memory: '0 B' });
    expect(first.cpu.slice(0, -1).every(({ cpu }) => cpu > 0 && cpu <= 100)).toBe(true);
    expect(first.memory[0]).toMatchObject({ raw_max_memory: 1.074, max_memory: '1 GB' });
    const { now } = (await cloud.control('POST', `/tenants/${tenant.id}/clock`, {})) as {
      now: string;
    };
    const jakarta = new Date(Date.parse(now) + 7 * 3_600_000).toISOString();
    const [, clock = ''] = first.cpu.at(-1)?.time.split(' ') ?? [];
    expect(first.cpu.at(-1)?.time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(clock.slice(0, 2)).toBe(jakarta.slice(11, 13));
    const again = await series(api, uuid, 'hour');
    const known = new Map(first.cpu.slice(0, -1).map((point) => [point.time, point.cpu]));
    for (const { time, cpu } of again.cpu.slice(0, -2)) expect(cpu).toBe(known.get(time) ?? cpu);
  });

  it('begin with the machine: a peak at the boot, zero while it is stopped, a gap while it is failed', async () => {
    const { api, tenant } = await cloud.customer();
    const made = await api('POST', '/instance/create', order);
    const uuid = String(at(made.body, 'data', 'uuid'));
    expect((await series(api, uuid, 'hour')).cpu).toHaveLength(1);
    await cloud.advance(tenant, minutes(20));
    const young = await series(api, uuid, 'hour');
    expect(young.cpu.length).toBeGreaterThanOrEqual(19);
    expect(young.cpu.length).toBeLessThanOrEqual(22);
    const peak = Math.max(...young.cpu.map(({ cpu }) => cpu));
    expect(young.cpu.findIndex(({ cpu }) => cpu === peak)).toBeLessThan(3);
    expect(peak).toBeGreaterThan(50);

    await api('PATCH', `/instance/${uuid}/stop`);
    await cloud.advance(tenant, minutes(10));
    const off = await series(api, uuid, 'hour');
    expect(off.cpu.slice(-6).map(({ cpu }) => cpu)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(off.memory.at(-4)).toMatchObject({ raw_max_memory: 2.147, raw_usage_memory: 0 });

    await cloud.fault(tenant, { ref: 'D10', kind: 'fail', times: 1 });
    await api('PATCH', `/instance/${uuid}/start`);
    const before = (await series(api, uuid, 'hour')).cpu.length;
    await cloud.advance(tenant, minutes(15));
    const lost = (await series(api, uuid, 'hour')).cpu.length;
    expect(lost - before).toBeLessThanOrEqual(2);
  });

  it('exist for every documented period, and not for another customer’s machine', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1 });
    const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
    await cloud.advance(tenant, 40 * 86_400);
    const length = async (periode: string) => (await series(api, uuid, periode)).cpu.length;
    expect([await length('day'), await length('week'), await length('month')]).toEqual([
      70, 70, 70,
    ]);
    const year = await length('year');
    expect(year).toBeGreaterThanOrEqual(6); // only the weeks since its creation
    expect(year).toBeLessThanOrEqual(7);
    const wrong = await api('GET', `/instance/${uuid}/rrd?periode=decade`);
    expect(wrong.status).toBe(422);
    expect(Object.keys(at(wrong.body, 'errors') as object)).toEqual(['periode']);
    const { api: other } = await cloud.customer();
    expect((await other('GET', `/instance/${uuid}/rrd?periode=hour`)).status).toBe(404);
    const scoped = await cloud.tenant({ dewavps: { keys: [{ scopes: ['billing'] }] } });
    const stranger = cloud.dewavps(scoped.dewavps?.keys[0]?.key);
    expect(await stranger('GET', `/instance/${uuid}/rrd?periode=hour`)).toMatchObject(noScope);
  });

  it('have sizes as text', () => {
    expect([0, 0.5, 12.25, 2048, 3 * 1024 ** 2].map(sizeText)).toEqual([
      '0 B',
      '512 B',
      '12.25 KB',
      '2 MB',
      '3 GB',
    ]);
  });
});
