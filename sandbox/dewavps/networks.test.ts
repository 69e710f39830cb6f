import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at, noScope } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const create = (api: Client, name: string, location = 1) =>
  api(
    'POST',
    `/network/vswitch/create?${new URLSearchParams({ name, location_id: `${location}` })}`,
  );
const list = async (api: Client) =>
  readAnswer('D49', (await api('GET', '/network/vswitches')).body).data;
const members = async (api: Client, id: string) =>
  readAnswer('D51', (await api('GET', `/network/vswitch/${id}/ips`)).body).data;
const detail = async (api: Client, id: string) =>
  readAnswer('D50', (await api('GET', `/network/vswitch/${id}/details`)).body);
const join = (api: Client, instance: string, vswitch: string) =>
  api('PATCH', `/instance/${instance}/private-network`, { vswitch });
const lead = (api: Client, id: string, instance: string) =>
  api('PATCH', `/network/vswitch/${id}/gateway`, { public_gateway: instance });

describe('creating a private network', () => {
  it('takes some time, and gives it its own tag and range', async () => {
    const { api, tenant } = await cloud.customer();
    const made = await create(api, 'gudang');
    expect(made.body).toMatchObject({ message: 'Private Network will be created in a moment' });
    const uuid = String(at(made.body, 'data', 'uuid'));
    expect((await detail(api, uuid)).status).toBe('Pending');
    expect(at((await api('GET', '/network/vswitch/options?location_id=1')).body, 'data')).toEqual(
      [],
    );
    await cloud.advance(tenant, 3);
    await create(api, 'cadangan', 2);
    const rows = await list(api);
    expect(rows.map(({ tag, network_ip }) => [tag, network_ip]).sort()).toEqual([
      [1000, '10.252.12.0/24'],
      [1001, '10.252.13.0/24'],
    ]);
    expect(await detail(api, uuid)).toMatchObject({ vid: 'vloc1000', status: 'Active' });
    const options = readAnswer(
      'D56',
      (await api('GET', '/network/vswitch/options?location_id=1')).body,
    );
    expect(options.data.map(({ name }) => name)).toEqual(['gudang']);
  });

  it('is refused for a taken name, an unknown location, over the quota and for read-only keys', async () => {
    const { api } = await cloud.customer({
      networks: Array.from({ length: 19 }, () => ({})),
      keys: [{ scopes: ['super'] }, { scopes: ['read_network'] }],
    });
    expect((await create(api, 'gudang')).status).toBe(200);
    const bad = await create(api, 'Gudang', 9);
    expect(bad.status).toBe(422);
    expect(Object.keys(at(bad.body, 'errors') as object).sort()).toEqual(['location_id', 'name']);
    expect((await create(api, 'lain')).body).toMatchObject({ type: 'INVALID_OPERATION' });
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_network'] }] });
    const reader = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    expect(await create(reader, 'gudang')).toMatchObject(noScope);
    expect((await reader('GET', '/network/vswitches')).status).toBe(200);
  });

  it('can fail', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1 });
    await cloud.fault(tenant, { ref: 'D52', kind: 'fail', times: 1 });
    const uuid = String(at((await create(api, 'gudang')).body, 'data', 'uuid'));
    await cloud.advance(tenant, 3);
    expect((await detail(api, uuid)).status).toBe('Error');
    const [machine] = tenant.dewavps?.instances ?? [];
    expect((await join(api, machine?.uuid ?? '', uuid)).status).toBe(400);
  });
});

describe('a member of a private network', () => {
  it('joins and leaves, and its address is used again', async () => {
    const { api, tenant } = await cloud.customer({ instances: 3, networks: [{}, {}] });
    const [one, two, three] = (tenant.dewavps?.instances ?? []).map(({ uuid }) => uuid);
    const [first, second] = (tenant.dewavps?.networks ?? []).map(({ uuid }) => uuid);
    if (!one || !two || !three || !first || !second) throw new Error('the tenant lacks things');
    const attached = await join(api, one, first);
    expect(attached.body).toMatchObject({
      message: 'Instance successfully attached to Private Network',
      data: { uuid: one },
    });
    await join(api, two, first);
    expect((await members(api, first)).map(({ private_ip }) => private_ip)).toEqual([
      '10.252.12.10',
      '10.252.12.11',
    ]);
    expect(await detail(api, first)).toMatchObject({ total_active_instance: 2 });
    expect(
      at((await api('GET', `/instance/${one}/detail`)).body, 'data', 'private_network'),
    ).toMatchObject({ uuid: first, ip_address: '10.252.12.10' });
    expect((await join(api, one, first)).body).toMatchObject({ type: 'INVALID_OPERATION' });
    const left = await join(api, one, '');
    expect(left.body).toMatchObject({
      message: 'Instance successfully detached from Private Network',
    });
    expect((await join(api, one, '')).status).toBe(400);
    await join(api, three, first);
    expect((await members(api, first)).map(({ hostname }) => hostname)).toEqual([
      'instance-3',
      'instance-2',
    ]);
    expect((await join(api, two, second)).status).toBe(200); // directly from one network to another
    expect((await members(api, second)).map(({ private_ip }) => private_ip)).toEqual([
      '10.252.13.10',
    ]);
  });

  it('must be idle, in the same location and the customer’s own', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, networks: [{}] });
    const other = await cloud.customer({ networks: [{}] });
    const [machine] = (tenant.dewavps?.instances ?? []).map(({ uuid }) => uuid);
    const [network] = (tenant.dewavps?.networks ?? []).map(({ uuid }) => uuid);
    const foreign = other.tenant.dewavps?.networks[0]?.uuid ?? '';
    if (!machine || !network) throw new Error('the tenant lacks things');
    expect((await join(api, machine, foreign)).status).toBe(422);
    const far = String(at((await create(api, 'jauh', 2)).body, 'data', 'uuid'));
    await cloud.advance(tenant, 3);
    expect(at((await join(api, machine, far)).body, 'errors', 'vswitch')).toHaveLength(1);
    await api('PATCH', `/instance/${machine}/stop`);
    expect((await join(api, machine, network)).body).toMatchObject({ type: 'INVALID_OPERATION' });
    await cloud.advance(tenant, 4);
    expect((await join(api, machine, network)).status).toBe(200);
    expect((await other.api('GET', `/network/vswitch/${network}/ips`)).status).toBe(404);
    expect((await other.api('GET', `/network/vswitch/${network}/details`)).status).toBe(404);
    expect((await join(other.api, machine, foreign)).status).toBe(404);
  });
});

describe('the gateway', () => {
  it('is a member with a public address, and can’t leave or lose its addresses', async () => {
    const { api, tenant } = await cloud.customer({ instances: 3, networks: [{ members: 2 }] });
    const [one, two, three] = (tenant.dewavps?.instances ?? []).map(({ uuid }) => uuid);
    const [network] = (tenant.dewavps?.networks ?? []).map(({ uuid }) => uuid);
    if (!one || !two || !three || !network) throw new Error('the tenant lacks things');
    await api('PATCH', `/instance/${two}/public-network`, { public_network: '' });
    const query = `location_id=1&vswitch_uuid=${network}`;
    const candidates = readAnswer(
      'D55',
      (await api('GET', `/network/vswitch/gateway?${query}`)).body,
    );
    expect(candidates.data.map(({ uuid }) => uuid)).toEqual([one]);
    expect((await lead(api, network, two)).status).toBe(422); // the machine has no public address
    expect((await lead(api, network, three)).status).toBe(422); // the machine is not in the network
    expect((await lead(api, network, one)).body).toMatchObject({
      message: 'Private Network Gateway updated successfully',
    });
    expect((await detail(api, network)).gateway).toMatchObject({
      hostname: 'instance-1',
      private_ip: '10.252.12.10',
    });
    expect((await join(api, one, '')).status).toBe(400);
    const strip = await api('PATCH', `/instance/${one}/public-network`, { public_network: '' });
    expect(strip.body).toMatchObject({ type: 'INVALID_OPERATION' });
    await api('DELETE', `/instance/${one}`, { remove_ip: true, remove_block_storage: true });
    await cloud.advance(tenant, 5);
    expect((await list(api))[0]?.gateway).toBeNull();
  });
});

describe('the traffic', () => {
  it('exists when two machines run, by both ids of the network, and is zero in the unfinished bucket', async () => {
    const { api, tenant } = await cloud.customer({ instances: 2, networks: [{ members: 2 }, {}] });
    await cloud.advance(tenant, 6 * 3600);
    const [network, empty] = await Promise.all(
      (tenant.dewavps?.networks ?? []).map(async ({ uuid }) =>
        (await list(api)).find((row) => row.uuid === uuid),
      ),
    );
    const graph = async (id: string | null | undefined) =>
      readAnswer('D54', (await api('GET', `/network/vswitch/${id}/graph`)).body).network;
    const points = await graph(network?.id);
    expect(points.length).toBeGreaterThan(10);
    expect(points.slice(0, -1).every(({ raw_netin }) => (raw_netin ?? 0) > 0)).toBe(true);
    expect(points.at(-1)).toMatchObject({ raw_netin: 0, raw_netout: 0 });
    expect(await graph(network?.uuid)).toEqual(points);
    expect(await graph(empty?.id)).toEqual([]);
    expect((await api('GET', '/network/vswitch/987654/graph')).status).toBe(404);
  });
});
