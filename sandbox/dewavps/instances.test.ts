import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, fakeKey, order } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const detail = async (api: Client, uuid: string) =>
  at((await api('GET', `/instance/${uuid}/detail`)).body, 'data');
const create = async (api: Client, more: object = {}) => {
  const made = await api('POST', '/instance/create', { ...order, ...more });
  expect(made.status, made.text).toBe(200);
  return String(at(made.body, 'data', 'uuid'));
};

describe('the life of an instance', () => {
  it('is created, stopped, started, restarted and deleted', async () => {
    const { api, tenant } = await cloud.customer();
    const uuid = await create(api);
    expect(await detail(api, uuid)).toMatchObject({
      status: 'Pending',
      operation_flag: 1,
      cpu: '1',
      memory: '2 GB',
      storage: '30GB',
    });
    await cloud.advance(tenant, 9);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running', operation_flag: 0 });

    expect((await api('PATCH', `/instance/${uuid}/start`)).body).toMatchObject({
      type: 'INVALID_OPERATION',
    });
    expect((await api('PATCH', `/instance/${uuid}/stop`)).status).toBe(200);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Stopping', operation_flag: 1 });
    expect((await api('PATCH', `/instance/${uuid}/restart`)).status).toBe(400);
    await cloud.advance(tenant, 4);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Stopped' });

    await api('PATCH', `/instance/${uuid}/start`);
    await cloud.advance(tenant, 5);
    await api('PATCH', `/instance/${uuid}/restart`);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Starting' });
    await cloud.advance(tenant, 6);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running' });

    const renamed = await api('PATCH', `/instance/${uuid}/update-hostname`, { hostname: 'web-2' });
    expect(at(renamed.body, 'data', 'hostname')).toBe('web-2');

    const gone = await api('DELETE', `/instance/${uuid}`, {
      remove_ip: false,
      remove_block_storage: false,
    });
    expect(gone.body).toMatchObject({ message: 'Virtual machine is on terminating process' });
    expect(
      (await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true }))
        .status,
    ).toBe(400);
    await cloud.advance(tenant, 5);
    expect((await api('GET', `/instance/${uuid}/detail`)).status).toBe(404);
    const free = at((await api('GET', '/network/public/options?location_id=1')).body, 'data');
    expect(free).toHaveLength(1); // the request kept the address
  });

  it('starts without any further call', async () => {
    const { tenant, api } = await cloud.customer();
    const uuid = await create(api);
    await cloud.control('POST', `/tenants/${tenant.id}/clock`, { speed: 1000 });
    await expect
      .poll(async () => at(await detail(api, uuid), 'status'), { timeout: 5000 })
      .toBe('Running');
  });

  it('is searched, sorted and paged', async () => {
    const { api } = await cloud.customer({ instances: 12 });
    const first = at((await api('GET', '/instance?limit=5&page=3')).body, 'data');
    expect(at(first, 'data')).toHaveLength(2);
    expect(at(first, 'page')).toEqual({
      total: 12,
      count: 2,
      per_page: 5,
      current_page: 3,
      total_pages: 3,
    });
    const found = at((await api('GET', '/instance?search=NCE-12')).body, 'data');
    expect(at(found, 'page', 'total')).toBe(1);
    const uuid = String(at(found, 'data', 0, 'uuid'));
    await api('PATCH', `/instance/${uuid}/stop`);
    expect(
      at((await api('GET', '/instance?statuses=Stopping,Error')).body, 'data', 'page', 'total'),
    ).toBe(1);
    expect(at((await api('GET', '/instance')).body, 'data', 'active_operation')).toBe(1);
    const costly = await create(api, { cpu: 4, memory: 8 });
    expect(at((await api('GET', '/instance?sort=cost,desc')).body, 'data', 'data', 0, 'uuid')).toBe(
      costly,
    );
  });
});

describe('orders that are refused', () => {
  it('name every wrong field, as Laravel does', async () => {
    const { api } = await cloud.customer({ instances: 1 });
    const bad = await api('POST', '/instance/create', {
      ...order,
      location_id: 2,
      tier_id: 2,
      template_id: 51,
      hostname: 'instance-1',
      username: 'root',
      ssh_keys: ['nope'],
      vswitch: 'nope',
      public_network: 'nope',
    });
    expect(bad.status).toBe(422);
    expect(at(bad.body, 'message')).toBe('The given data was invalid.');
    const fields = Object.keys(at(bad.body, 'errors') as object).sort();
    expect(fields).toEqual([
      'hostname',
      'memory',
      'public_network',
      'ssh_keys',
      'storage',
      'tier_id',
      'username',
      'vswitch',
    ]);
  });

  it('need money for a day', async () => {
    const { api } = await cloud.customer({ balance: 100 });
    const broke = await api('POST', '/instance/create', order);
    expect(broke.status).toBe(402);
    expect(broke.body).toMatchObject({ type: 'INVALID_OPERATION' });
    expect(at((await api('GET', '/instance')).body, 'data', 'page', 'total')).toBe(0);
  });

  it('need a free address, a key and a private network in the same location', async () => {
    const { api, tenant } = await cloud.customer();
    const key = await api('POST', '/credential/ssh', {
      title: 'laptop',
      key: fakeKey(),
    });
    const id = at(key.body, 'data', 'id');
    const first = await create(api, { ssh_keys: [id] });
    await cloud.advance(tenant, 9);
    await api('DELETE', `/instance/${first}`, { remove_ip: false, remove_block_storage: false });
    await cloud.advance(tenant, 5);
    const address = at((await api('GET', '/network/public/options?location_id=1')).body, 'data', 0);
    const second = await create(api, { public_network: at(address, 'uuid') });
    expect(at(await detail(api, second), 'ip_address')).toBe(at(address, 'ip_address'));
    expect((await api('DELETE', `/credential/ssh/${String(id)}`)).status).toBe(200);
    expect(at((await api('GET', '/credential/ssh')).body, 'data')).toEqual([]);
  });
});

describe('the control API', () => {
  it('deletes and restarts a machine at once', async () => {
    const { api, tenant } = await cloud.customer({ instances: 2 });
    const [one, two] = tenant.dewavps?.instances ?? [];
    await cloud.control('POST', `/tenants/${tenant.id}/instances/${one?.uuid}/restart`, {});
    expect(await detail(api, one?.uuid ?? '')).toMatchObject({ status: 'Starting' });
    await cloud.control('POST', `/tenants/${tenant.id}/instances/${two?.uuid}/delete`, {});
    expect((await api('GET', `/instance/${two?.uuid}/detail`)).status).toBe(404);
  });
});
