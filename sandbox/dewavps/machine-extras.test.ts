import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCloud, at } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

it('gives a tenant’s machines an age, snapshots, backups and rules from the start', async () => {
  const wish = { instances: 1, age: 10, snapshots: 2, backups: 6, rules: 3 };
  const { api, tenant } = await cloud.customer(wish);
  const path = `/instance/${tenant.dewavps?.instances[0]?.uuid ?? ''}`;
  const data = async (rest: string) => at((await api('GET', `${path}${rest}`)).body, 'data');
  expect(at(await data('/rrd?periode=week'), 'cpu')).toHaveLength(70);
  expect(await data('/snapshot/snapshots')).toMatchObject([
    { name: 'snapshot-2', status: 'Active', is_current_state: true },
    { name: 'snapshot-1', status: 'Active', is_current_state: false },
  ]);
  expect(at(await data('/backup/history'), 'page', 'total')).toBe(6);
  expect(at(await data('/firewall/rules'), 'data')).toMatchObject([
    { destination_port: '22', status: 'enabled' },
    { destination_port: '8001' },
    { destination_port: '8002' },
  ]);
  const [ledger] = (await cloud.control('GET', `/tenants/${tenant.id}/ledger`)) as {
    balance: number;
    entries: { amount: number }[];
  }[];
  expect(ledger?.entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(ledger?.balance);
});

it('deletes a machine’s disks with it, or keeps them with their cost', async () => {
  const { api, tenant } = await cloud.customer({ instances: 2, disks: 2 });
  const disks = async () =>
    at((await api('GET', '/storage/blocks')).body, 'data', 'data') as {
      id: string;
      attached_to: unknown;
    }[];
  const hourly = async () =>
    Number(at((await api('GET', '/billing/summary')).body, 'data', 'current_hour_cost'));
  const before = await hourly();
  for (const [index, { uuid }] of (tenant.dewavps?.instances ?? []).entries()) {
    const disk = (await disks()).find(({ attached_to }) => attached_to === null);
    const path = `/storage/blocks/${disk?.id}/attach`;
    const attached = await api('PATCH', path, { instance_id: uuid });
    expect(attached.status, attached.text).toBe(200);
    await cloud.advance(tenant, 10);
    await api('DELETE', `/instance/${uuid}`, {
      remove_ip: true,
      remove_block_storage: index === 0,
    });
    await cloud.advance(tenant, 5);
  }
  const left = await disks();
  expect(left).toMatchObject([{ attached_to: null }]);
  expect(await hourly()).toBe(before - 2 * (75 + 60 + 40 + 35) - 50 * 3);
});
