import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, noScope } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

interface Row {
  id: string;
  name: string;
  status: string;
  current_hourly_price: number;
  current_cost: number;
  estimated_monthly: number;
  is_current_state: boolean;
  attached_storage: unknown[];
  created_at: string;
}

/** A customer with one running machine of 20 GB in tier 1, where a GB of a copy costs Rp1 per hour. */
async function one(options: Parameters<TestCloud['customer']>[0] = {}) {
  const { api, tenant } = await cloud.customer({ instances: 1, ...options });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const path = `/instance/${uuid}/snapshot`;
  return {
    api,
    tenant,
    uuid,
    path,
    rows: async () => at((await api('GET', `${path}/snapshots`)).body, 'data') as Row[],
    take: (name: string) => api('POST', `${path}/create`, { name, description: `as ${name}` }),
    status: async () => at((await api('GET', `/instance/${uuid}/detail`)).body, 'data', 'status'),
    stop: async () => {
      await api('PATCH', `/instance/${uuid}/stop`);
      await cloud.advance(tenant, 4);
    },
  };
}

describe('snapshots', () => {
  it('are created while the machine runs, have a price, and are charged from then on', async () => {
    const { api, tenant, path, rows, take, status } = await one();
    const price = await api('GET', `${path}/price?tier_id=1`);
    expect(price.body).toMatchObject({
      message: 'Estimated snapshot price per month',
      data: { price: 20 * 720 },
    });
    const asked = await take('before-upgrade');
    expect(asked.body).toMatchObject({
      message: 'Creating snapshot...',
      data: { name: 'before-upgrade', status: 'Creating' },
    });
    expect(await status()).toBe('Snapshotting');
    expect(await rows()).toMatchObject([{ status: 'Creating', current_hourly_price: 0 }]);
    expect((await take('again')).body).toMatchObject({ type: 'INVALID_OPERATION' });
    await cloud.advance(tenant, 5);
    expect(await status()).toBe('Running');
    const [made] = await rows();
    expect(made).toMatchObject({
      status: 'Active',
      current_hourly_price: 20,
      estimated_monthly: 20 * 720,
      is_current_state: true,
      attached_storage: [],
    });
    expect(made?.created_at).toMatch(/^\d+ [A-Z][a-z]+ \d{4} \d\d:\d\d$/);
    const before = made?.current_cost ?? NaN;
    await cloud.advance(tenant, 2 * 3600);
    expect((await rows())[0]?.current_cost).toBe(before + 40);
  });

  it('are restored on a stopped machine, and leave it stopped', async () => {
    const { api, tenant, uuid, path, rows, take, status, stop } = await one();
    await take('first');
    await cloud.advance(tenant, 5);
    await take('second');
    await cloud.advance(tenant, 5);
    const [second, first] = await rows();
    expect([first?.is_current_state, second?.is_current_state]).toEqual([false, true]);
    const rollback = () => api('PATCH', `${path}/${first?.id}/rollback`);
    expect((await rollback()).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'Instance must be stopped first',
    });
    await stop();
    expect((await rollback()).body).toMatchObject({
      message: 'Rollback successfully executed. You can start your instance up.',
      data: { name: 'first' },
    });
    expect(await status()).toBe('Restoring');
    await cloud.advance(tenant, 6);
    expect(await status()).toBe('Stopped');
    expect((await rows()).map((row) => row.is_current_state)).toEqual([false, true]);
    expect((await api('PATCH', `/instance/${uuid}/start`)).status).toBe(200);
  });

  it('are deleted, and then cost nothing', async () => {
    const { api, tenant, path, rows, take } = await one();
    await take('first');
    await cloud.advance(tenant, 5);
    const [row] = await rows();
    const gone = await api('DELETE', `${path}/${row?.id}/delete`);
    expect(gone.body).toMatchObject({ message: 'Removing snapshot...' });
    expect(await rows()).toMatchObject([{ status: 'Removing' }]);
    expect((await api('DELETE', `${path}/${row?.id}/delete`)).status).toBe(400);
    await cloud.advance(tenant, 3);
    expect(await rows()).toEqual([]);
    expect((await api('DELETE', `${path}/${row?.id}/delete`)).status).toBe(404);
    const hourly = at((await api('GET', '/billing/summary')).body, 'data', 'current_hour_cost');
    expect(hourly).toBe(75 + 60 + 40 + 35);
  });

  it('are deleted with the machine and by a reinstallation', async () => {
    const { api, tenant, uuid, rows, take } = await one();
    await take('first');
    await cloud.advance(tenant, 5);
    const system = { template_id: 22, username: 'ayu', password: 'fake-Pass-2026' };
    await api('PATCH', `/instance/${uuid}/reinstall`, system);
    await cloud.advance(tenant, 9);
    expect(await rows()).toEqual([]);
    await take('second');
    await cloud.advance(tenant, 5);
    await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true });
    await cloud.advance(tenant, 5);
    const hourly = at((await api('GET', '/billing/summary')).body, 'data', 'current_hour_cost');
    expect(hourly).toBe(0);
  });

  it('can fail: then they are in error, cost nothing, and can be deleted', async () => {
    const { api, tenant, path, rows, take, status, stop } = await one();
    await cloud.fault(tenant, { ref: 'D25', kind: 'fail', times: 1 });
    await take('broken');
    await cloud.advance(tenant, 5);
    expect(await status()).toBe('Running');
    const [broken] = await rows();
    expect(broken).toMatchObject({ status: 'Error', current_hourly_price: 0, current_cost: 0 });
    await stop();
    expect((await api('PATCH', `${path}/${broken?.id}/rollback`)).body).toMatchObject({
      message: 'Snapshot is not active',
    });
    await api('DELETE', `${path}/${broken?.id}/delete`);
    await cloud.advance(tenant, 3);
    expect(await rows()).toEqual([]);
    await take('good');
    await cloud.advance(tenant, 5);
    await cloud.fault(tenant, { ref: 'D26', kind: 'fail', times: 1 });
    await api('PATCH', `${path}/${(await rows())[0]?.id}/rollback`);
    await cloud.advance(tenant, 6);
    expect(await status()).toBe('Error');
  });

  it('are refused for a taken name, over the limit, without money or scope, and on another customer’s machine', async () => {
    const { api, tenant, path, take } = await one();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      expect((await take(name)).status).toBe(200);
      await cloud.advance(tenant, 5);
    }
    expect(at((await take('A')).body, 'errors')).toEqual({
      name: ['The name has already been taken.'],
    });
    expect((await take('f')).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'An instance has at most 5 snapshots',
    });
    expect(
      Object.keys(at((await api('POST', `${path}/create`, {})).body, 'errors') as object),
    ).toEqual(['name', 'description']);
    const poor = await one({
      balance: 300,
      keys: [{ scopes: ['super'] }, { scopes: ['read_instance'] }],
    });
    expect((await poor.take('a')).status).toBe(402);
    const reader = cloud.dewavps(poor.tenant.dewavps?.keys[1]?.key);
    expect(await reader('POST', `${poor.path}/create`, {})).toMatchObject(noScope);
    expect((await poor.api('GET', `${path}/snapshots`)).status).toBe(404);
  });
});
