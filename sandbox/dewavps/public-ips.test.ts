import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at, noScope, order } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const list = async (api: Client) =>
  readAnswer('D58', (await api('GET', '/network/public/reserved?limit=100')).body).data;
const hourly = async (api: Client) =>
  readAnswer('D78', (await api('GET', '/billing/summary')).body).current_hour_cost;
const addressOf = async (api: Client, uuid: string) =>
  readAnswer('D04', (await api('GET', `/instance/${uuid}/detail`)).body).public_ip;
const refused = { type: 'INVALID_OPERATION' };

describe('an address', () => {
  it('is created, charged, named and deleted', async () => {
    const { api, tenant } = await cloud.customer();
    const made = await api('POST', '/network/public/create', { location_id: 2 });
    expect(await hourly(api)).toBe(35);
    const [row] = await list(api);
    // The answer has no id, but the list does.
    expect(at(made.body, 'data')).toEqual({ ip_address: row?.ip_address });
    const uuid = row?.uuid ?? '';
    expect(row).toMatchObject({
      instance: null,
      rdns: null,
      cost: 35,
      price_per_hour: 35,
      location_id: '2',
    });
    const named = await api('PATCH', `/network/public/${uuid}/rdns`, { rdns: 'Mail.Contoh.id' });
    expect(named.body).toMatchObject({ message: 'RDNS successfully updated' });
    expect((await list(api))[0]?.rdns).toBe('mail.contoh.id');
    for (const rdns of ['contoh', '10.0.0.1', '-a.id', 'a b.id', ''])
      expect((await api('PATCH', `/network/public/${uuid}/rdns`, { rdns })).status).toBe(422);
    // The machine's operation works only while the address belongs to a machine.
    expect((await api('PATCH', `/instance/ip/${uuid}/rdns`, { rdns: 'a.id' })).body).toMatchObject(
      refused,
    );
    expect((await api('DELETE', `/network/public/${uuid}/delete`)).body).toMatchObject({
      message: 'Public Network successfully removed',
      data: { uuid },
    });
    expect([await hourly(api), await list(api)]).toEqual([0, []]);
    await cloud.advance(tenant, 7200);
    const ledger = await cloud.control('GET', `/tenants/${tenant.id}/ledger`);
    expect(at(ledger, 0, 'entries')).toHaveLength(2); // the opening and the address's one hour
  });

  it('is refused without money, over ten free ones, and in an unknown location', async () => {
    const { api } = await cloud.customer({ addresses: 10 });
    const ask = (client: Client, location_id: number) =>
      client('POST', '/network/public/create', { location_id });
    expect((await ask(api, 1)).body).toMatchObject(refused);
    expect((await ask(api, 7)).status).toBe(422);
    const poor = await cloud.customer({ balance: 100 });
    expect((await ask(poor.api, 1)).status).toBe(402);
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_network'] }] });
    expect(await ask(cloud.dewavps(tenant.dewavps?.keys[0]?.key), 1)).toMatchObject(noScope);
  });

  it('can’t be deleted while a machine has it, and is hidden from other customers', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, addresses: 1 });
    const rows = await list(api);
    const used = rows.find(({ instance }) => instance !== null);
    expect(used?.instance?.hostname).toBe('instance-1');
    expect((await api('DELETE', `/network/public/${used?.uuid}/delete`)).body).toMatchObject(
      refused,
    );
    const byMachine = await api('PATCH', `/instance/ip/${used?.uuid}/rdns`, { rdns: 'web.id' });
    expect(byMachine.status).toBe(200);
    const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
    expect((await addressOf(api, uuid))?.rdns).toBe('web.id');
    const other = await cloud.customer();
    for (const [method, path, body] of [
      ['DELETE', '/delete', undefined],
      ['PATCH', '/rdns', { rdns: 'a.id' }],
      ['PATCH', '/change-instance', { instance_id: uuid }],
    ] as const)
      expect((await other.api(method, `/network/public/${used?.uuid}${path}`, body)).status).toBe(
        404,
      );
  });
});

describe('addresses of machines', () => {
  it('are added, exchanged and removed, and always cost the same', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, publicIps: false, addresses: 1 });
    const machine = tenant.dewavps?.instances[0]?.uuid ?? '';
    const free = tenant.dewavps?.addresses[0];
    const path = `/instance/${machine}/public-network`;
    const options = async () =>
      readAnswer('D13', (await api('GET', '/instance/options?location_id=1')).body).data;
    expect(await options()).toHaveLength(1);
    const before = (await hourly(api)) ?? 0;
    expect((await api('POST', path)).status).toBe(200);
    expect(await hourly(api)).toBe(before + 35);
    expect((await api('POST', path)).body).toMatchObject(refused);
    expect(await options()).toEqual([]);
    const swapped = await api('PATCH', path, { public_network: free?.uuid });
    expect(swapped.body).toMatchObject({
      message: "Instance's Public Network successfully changed.",
      data: { uuid: machine },
    });
    expect((await addressOf(api, machine))?.uuid).toBe(free?.uuid);
    expect((await api('PATCH', path, { public_network: free?.uuid })).status).toBe(422);
    expect((await api('PATCH', path, { public_network: '' })).status).toBe(200);
    expect(await addressOf(api, machine)).toBeNull();
    expect((await api('PATCH', path, { public_network: '' })).body).toMatchObject(refused);
    expect(await hourly(api)).toBe(before + 35); // two free addresses, which still cost money
    expect((await api('PATCH', path, {})).status).toBe(422); // a missing field removes nothing
  });

  it('have the platform’s wire form: ids, and no machine while free', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, addresses: 1 });
    const { body } = await api('GET', '/network/public/reserved');
    const rows = at(body, 'data', 'data') as Record<string, unknown>[];
    const [machine] = tenant.dewavps?.instances ?? [];
    const held = rows.find((row) => row.instance !== undefined);
    expect(held).toMatchObject({ instance: { id: machine?.uuid, hostname: machine?.hostname } });
    expect(rows.every((row) => typeof row.id === 'string' && typeof row.cost === 'number')).toBe(
      true,
    );
    expect(rows.filter((row) => 'instance' in row)).toHaveLength(1);
    expect((await api('GET', '/network/public')).status).toBe(404);
  });

  it('can’t move to a machine that is still being created', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, addresses: 1, publicIps: false });
    const free = tenant.dewavps?.addresses[0]?.uuid;
    const source = tenant.dewavps?.instances[0]?.uuid;
    const move = (instance_id: unknown) =>
      api('PATCH', `/network/public/${free}/change-instance`, { instance_id });
    const bare = { hostname: 'copy-1', use_public_ip: false };
    const copy = at((await api('POST', `/instance/${source}/clone`, bare)).body, 'data', 'uuid');
    const made = await api('POST', '/instance/create', { ...order, use_public_ip: false });
    for (const uuid of [copy, at(made.body, 'data', 'uuid')])
      expect((await move(uuid)).status).toBe(500);
    await cloud.advance(tenant, 20);
    expect((await move(copy)).status).toBe(200);
  });

  it('move to a machine without an address in the same location', async () => {
    const { api, tenant } = await cloud.customer({ instances: 2, addresses: 1 });
    const [one, two] = (tenant.dewavps?.instances ?? []).map(({ uuid }) => uuid);
    const first = await addressOf(api, one ?? '');
    const move = (instance_id: unknown) =>
      api('PATCH', `/network/public/${first?.uuid}/change-instance`, { instance_id });
    expect((await move(two)).body).toMatchObject(refused); // that machine has an address
    await api('PATCH', `/instance/${two}/public-network`, { public_network: '' });
    const moved = await move(two);
    expect(moved.body).toMatchObject({
      message: 'Public network instance successfully removed.',
      data: { instance_id: two },
    });
    expect((await addressOf(api, two ?? ''))?.uuid).toBe(first?.uuid);
    expect(await addressOf(api, one ?? '')).toBeNull();
    expect((await move(two)).body).toMatchObject(refused);
    expect((await move('nope')).status).toBe(422);
    await api('PATCH', `/instance/${one}/stop`);
    expect((await move(one)).body).toMatchObject(refused); // that machine is busy
    await cloud.advance(tenant, 4);
    expect((await move(one)).status).toBe(200);
    await api('POST', '/network/public/create', { location_id: 2 });
    const uuid = (await list(api)).find(({ location_id }) => location_id === '2')?.uuid;
    const path = `/network/public/${uuid}/change-instance`;
    expect((await api('PATCH', path, { instance_id: two })).status).toBe(422);
  });
});
