import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at } from './testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

describe('a new tenant', () => {
  it('can have addresses, disks and private networks with members and a gateway', async () => {
    const { api, tenant } = await cloud.customer({
      instances: 3,
      stopped: 1,
      publicIps: false,
      addresses: 2,
      disks: 2,
      networks: [{ name: 'gudang', members: 2, gateway: true }, {}],
    });
    const machines = readAnswer('D02', (await api('GET', '/instance')).body).data;
    expect(machines.map(({ status }) => status).sort()).toEqual(['Running', 'Running', 'Stopped']);
    expect(
      readAnswer('D58', (await api('GET', '/network/public/reserved')).body).data,
    ).toHaveLength(2);
    const free = (await api('GET', '/storage/blocks/options?location_id=1')).body;
    expect(at(free, 'data')).toHaveLength(2);
    const networks = readAnswer('D49', (await api('GET', '/network/vswitches')).body).data;
    expect(networks.map(({ name, tag }) => [name, tag]).sort()).toEqual([
      ['gudang', 1000],
      ['network-2', 1001],
    ]);
    const gudang = networks.find(({ name }) => name === 'gudang');
    expect(gudang?.gateway).toMatchObject({ hostname: 'instance-1', private_ip: '10.252.12.10' });
    expect(tenant.dewavps?.networks).toHaveLength(2);
  });

  it('can have people who are only in projects, their own or another tenant’s', async () => {
    const own = await cloud.person({ joins: 'projects', projectVms: 1 });
    expect((await own.api('GET', `/organizations/${own.org}`)).status).toBe(404);
    expect(at((await own.api('GET', '/organizations')).body, 'data')).toEqual([]);
    expect(at((await own.api('GET', `/projects/${own.project}/vms`)).body, 'data')).toHaveLength(1);
    const guest = await cloud.person({ memberOfProject: own.project, level: 2 });
    expect((await guest.api('GET', `/projects/${own.project}`)).status).toBe(200);
    expect((await guest.api('GET', `/organizations/${own.org}/vms`)).status).toBe(404);
  });
});

it('creates 2,000 machines in seconds, and then answers at once', async () => {
  const begun = performance.now();
  const made = await cloud.tenant({
    awanio: { vms: 2000, balance: 50_000_000 },
    dewavps: { instances: 2000, balance: 50_000_000 },
  });
  expect(performance.now() - begun).toBeLessThan(30_000);
  const { username = '', password = '', organization } = made.awanio ?? {};
  const awanio = await cloud.signIn(username, password);
  const api = cloud.dewavps(made.dewavps?.keys[0]?.key);
  const timed = async (call: () => Promise<{ body: unknown }>) => {
    const from = performance.now();
    const { body } = await call();
    return { body, ms: performance.now() - from };
  };
  const vms = await timed(() => awanio('GET', `/organizations/${organization?.uuid}/vms`));
  expect(readAnswer('A25', vms.body).data).toHaveLength(2000);
  const page = await timed(() => api('GET', '/instance?limit=100&page=20'));
  expect(readAnswer('D02', page.body).data.at(-1)?.hostname).toBe('instance-1');
  const costly = await timed(() => api('GET', '/instance?sort=cost,desc&search=instance-19'));
  expect(readAnswer('D02', costly.body).page?.total).toBe(111);
  for (const { ms } of [vms, page, costly]) expect(ms).toBeLessThan(5000);
}, 60_000);
