import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { demoAccounts } from '../demo-accounts';
import { TestCloud, noScope } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
});
afterAll(() => cloud.close());

const summary = async (api: Client) =>
  readAnswer('D78', (await api('GET', '/billing/summary')).body);
const reports = async (api: Client, query = '') =>
  readAnswer('D88', (await api('GET', `/billing/report/summary${query}`)).body);
const report = async (api: Client, date: string | null) =>
  readAnswer('D89', (await api('GET', `/billing/report/summary/${date}/details`)).body);
const total = (of: { total_cost: number | null }[]) =>
  of.reduce((sum, { total_cost }) => sum + (total_cost ?? NaN), 0);

async function charged(tenantId: string): Promise<number> {
  const ledgers = (await cloud.control('GET', `/tenants/${tenantId}/ledger`)) as {
    id: string;
    entries: { kind: string; amount: number }[];
  }[];
  const entries = ledgers.find(({ id }) => id.startsWith('dewavps'))?.entries ?? [];
  return entries.reduce(
    (sum, entry) => sum - (entry.kind === 'charge' ? Math.trunc(entry.amount) : 0),
    0,
  );
}

describe('reports of the demo', () => {
  const api = () => cloud.dewavps(demoAccounts.dewavps[2].key);

  it('add up to the ledger’s charges, month by month, and to the summary', async () => {
    const { data } = await reports(api());
    expect(data.length).toBeGreaterThanOrEqual(2);
    expect(data.map(({ status }) => status)).toEqual([
      'Ongoing',
      ...data.slice(1).map(() => 'Settled'),
    ]);
    expect(data.reduce((sum, row) => sum + (row.total ?? NaN), 0)).toBe(await charged('demo'));
    expect(data[0]?.total).toBe((await summary(api())).current_cost);
  });

  it('add up by service, resource and part', async () => {
    for (const row of (await reports(api())).data) {
      const detail = await report(api(), row.billing_date);
      expect(detail).toMatchObject({ total: row.total, billing_periode: row.billing_periode });
      let sum = 0;
      for (const { total: ofService, reports: things } of detail.services) {
        expect(ofService).toBe(total(things));
        for (const thing of things) {
          expect(thing.total_cost).toBe(total(thing.details));
          for (const { base_price, total_uptime_hour, total_cost } of thing.details)
            expect((base_price ?? NaN) * (total_uptime_hour ?? NaN)).toBe(total_cost);
        }
        sum += ofService ?? NaN;
      }
      expect(sum).toBe(row.total);
    }
    const newest = await report(api(), (await reports(api())).data[0]?.billing_date ?? null);
    expect(newest.services.map(({ service }) => service).sort()).toEqual([
      'Backup',
      'Block Storage',
      'Instance',
      'Public IP',
      'Snapshot',
    ]);
  });
});

describe('reports of a customer', () => {
  it('separate running hours from stopped ones, and stay after the machine is deleted', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, publicIps: false });
    const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
    await api('PATCH', `/instance/${uuid}/stop`);
    await cloud.advance(tenant, 2 * 3600 + 60);
    await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true });
    await cloud.advance(tenant, 60);
    const { data } = await reports(api);
    const things = (
      await Promise.all(data.map(({ billing_date }) => report(api, billing_date)))
    ).flatMap(({ services }) => services.flatMap((service) => service.reports));
    expect(things[0]).toMatchObject({ service_name: 'instance-1', service_type: 'Instance' });
    const hours = (name: string) =>
      things
        .flatMap(({ details }) => details)
        .filter((part) => part.name === name)
        .reduce((sum, part) => sum + (part.total_uptime_hour ?? NaN), 0);
    expect([hours('CPU'), hours('Storage')]).toEqual([1, 3]);
    expect(total(things)).toBe(await charged(tenant.id));
  });

  it('come in pages, and only for existing months', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1 });
    await cloud.advance(tenant, 100 * 86_400);
    const { data, page } = await reports(api, '?limit=2&page=2');
    expect(page).toMatchObject({ page: 2, per_page: 2 });
    expect(data.length).toBeGreaterThan(0);
    expect((await api('GET', '/billing/report/summary/2020-01-01/details')).status).toBe(404);
    expect((await api('GET', '/billing/report/summary/never/details')).status).toBe(422);
  });

  it('are only for keys with the billing scope', async () => {
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }] });
    const api = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    for (const path of ['/billing/summary', '/billing/report/summary'])
      expect(await api('GET', path)).toMatchObject(noScope);
  });
});
