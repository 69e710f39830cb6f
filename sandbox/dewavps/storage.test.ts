import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at, fakeKey, noScope, order } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const list = async (api: Client, query = '') =>
  readAnswer('D64', (await api('GET', `/storage/blocks?limit=100${query}`)).body).data;
const hourly = async (api: Client) =>
  readAnswer('D78', (await api('GET', '/billing/summary')).body).current_hour_cost;
const refused = { type: 'INVALID_OPERATION' };
const disk = { name: 'data-1', location_id: 1, storage_type: '1', size: 20 };

describe('a disk', () => {
  it('is created, attached, enlarged, detached and deleted, and costs money while it exists', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, publicIps: false });
    const machine = tenant.dewavps?.instances[0]?.uuid ?? '';
    const before = (await hourly(api)) ?? 0;
    const made = await api('POST', '/storage/blocks/create', disk);
    expect(made.body).toMatchObject({ message: 'Block storage successfully created' });
    const path = `/storage/blocks/${String(at(made.body, 'data', 'id'))}`;
    expect(await hourly(api)).toBe(before + 60);
    const attached = await api('PATCH', `${path}/attach`, { instance_id: machine });
    expect(attached.body).toMatchObject({ message: 'Block storage successfully attached' });
    const [row] = await list(api, `&instance_id=${machine}`);
    expect(row).toMatchObject({
      status: 'attached',
      attached_to: { uuid: machine, hostname: 'instance-1' },
      price_per_hour: 60,
      estimated_monthly_cost: 60 * 720,
    });
    expect(await api('PATCH', `${path}/attach`, { instance_id: machine })).toMatchObject({
      status: 422,
      body: refused,
    });
    expect((await api('DELETE', path)).body).toMatchObject(refused);
    expect((await api('PATCH', `${path}/resize`, { size: 20 })).status).toBe(422);
    expect((await api('PATCH', `${path}/resize`, { size: 10 })).status).toBe(422);
    expect((await api('PATCH', `${path}/resize`, { size: 2001 })).status).toBe(422);
    expect((await api('PATCH', `${path}/resize`, { size: 40 })).body).toMatchObject({
      message: 'Block storage successfully resized',
      data: { size: 40 },
    });
    expect(await hourly(api)).toBe(before + 120);
    const free = async () =>
      readAnswer('D69', (await api('GET', '/storage/blocks/options?location_id=1')).body).data;
    expect(await free()).toEqual([]);
    expect((await api('PATCH', `${path}/detach`)).status).toBe(200);
    expect(await free()).toMatchObject([{ name: 'data-1', size_gb: 40 }]);
    expect(await api('PATCH', `${path}/detach`)).toMatchObject({ status: 422, body: refused });
    expect((await api('DELETE', path)).body).toMatchObject({
      message: 'Block storage successfully removed',
    });
    expect((await api('DELETE', path)).status).toBe(404);
    expect(await hourly(api)).toBe(before);
  });

  it('names every wrong field of an order', async () => {
    const { api } = await cloud.customer({ disks: 1 });
    const make = (more: object) => api('POST', '/storage/blocks/create', { ...disk, ...more });
    const fields = (answer: { body: unknown }) => Object.keys(at(answer.body, 'errors') as object);
    const bad = await make({ name: 'Disk-1', location_id: 2, storage_type: '2', size: 5 });
    expect(bad.status).toBe(422);
    expect(fields(bad).sort()).toEqual(['name', 'size', 'storage_type']);
    expect(fields(await make({ location_id: 9 }))).toEqual(['location_id']);
    expect(fields(await make({ storage_type: '9' }))).toEqual(['storage_type']);
    const types = async (location: number) =>
      readAnswer('D63', (await api('GET', `/storage/blocks/types?location_id=${location}`)).body);
    expect([(await types(1)).data.length, (await types(2)).data.length]).toEqual([2, 1]);
  });

  it('is refused over the quota, without money, and for read-only keys', async () => {
    const make = (api: Client) => api('POST', '/storage/blocks/create', disk);
    const full = await cloud.customer({ disks: 25 });
    expect((await make(full.api)).body).toMatchObject(refused);
    const poor = await cloud.customer({ balance: 1439 });
    expect((await make(poor.api)).status).toBe(402);
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }], disks: 1 });
    const reader = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    expect(await make(reader)).toMatchObject(noScope);
    expect(await list(reader)).toHaveLength(1);
  });

  it('can be attached to an idle machine in its location with few disks', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1, disks: 9 });
    const machine = tenant.dewavps?.instances[0]?.uuid ?? '';
    const disks = (tenant.dewavps?.disks ?? []).map(({ id }) => id);
    const attach = (id: string | undefined, instance_id: string, by = api) =>
      by('PATCH', `/storage/blocks/${id}/attach`, { instance_id });
    await api('PATCH', `/instance/${machine}/stop`);
    expect((await attach(disks[0], machine)).body).toMatchObject(refused);
    await cloud.advance(tenant, 4);
    for (const id of disks.slice(0, 8)) expect((await attach(id, machine)).status).toBe(200);
    expect((await attach(disks[8], machine)).body).toMatchObject(refused);
    expect((await attach(disks[8], 'nope')).status).toBe(422);
    const far = await api('POST', '/storage/blocks/create', { ...disk, location_id: 2 });
    await api('PATCH', `/storage/blocks/${disks[0]}/detach`);
    expect((await attach(String(at(far.body, 'data', 'id')), machine)).status).toBe(422);
    const other = await cloud.customer({ instances: 1 });
    expect((await attach(disks[8], other.tenant.dewavps?.instances[0]?.uuid ?? '')).status).toBe(
      422,
    );
    expect((await attach(disks[8], machine, other.api)).status).toBe(404);
    await api('PATCH', `/instance/${machine}/start`);
    expect((await api('PATCH', `/storage/blocks/${disks[1]}/detach`)).body).toMatchObject(refused);
  });
});

describe('SSH keys', () => {
  const add = (api: Client, title: string, key: string) =>
    api('POST', '/credential/ssh', { title, key });

  it('must be complete, public and new', async () => {
    const { api } = await cloud.customer();
    expect((await add(api, 'laptop', fakeKey())).status).toBe(200);
    const fieldsOf = async (title: string, key: string) => {
      const { status, body } = await add(api, title, key);
      expect(status).toBe(422);
      return Object.keys(at(body, 'errors') as object).sort();
    };
    expect(await fieldsOf('Laptop', fakeKey(1, 'another name'))).toEqual(['key', 'title']);
    expect(await fieldsOf('a', fakeKey().slice(0, 60))).toEqual(['key']); // cut short
    expect(await fieldsOf('a', fakeKey().replace('ssh-ed25519', 'ssh-rsa'))).toEqual(['key']);
    expect(await fieldsOf('a', '-----BEGIN OPENSSH PRIVATE KEY-----')).toEqual(['key']);
    expect((await add(api, 'other', fakeKey(2))).status).toBe(200);
  });

  it('stay on the machine that was created with them', async () => {
    const { api } = await cloud.customer();
    const id = String(at((await add(api, 'laptop', fakeKey())).body, 'data', 'id'));
    const made = await api('POST', '/instance/create', { ...order, ssh_keys: [id] });
    const uuid = String(at(made.body, 'data', 'uuid'));
    const there = async () =>
      readAnswer('D48', (await api('GET', `/instance/${uuid}/ssh-keys`)).body).data;
    expect((await there()).map(({ title }) => title)).toEqual(['laptop']);
    expect((await api('DELETE', `/credential/ssh/${id}`)).status).toBe(200);
    expect(await there()).toHaveLength(1);
    expect((await api('DELETE', `/credential/ssh/${id}`)).status).toBe(404);
    const again = await api('POST', '/instance/create', {
      ...order,
      hostname: 'web-2',
      ssh_keys: [id],
    });
    expect(at(again.body, 'errors', 'ssh_keys')).toHaveLength(1);
    expect((await add(api, 'laptop', fakeKey())).status).toBe(200); // the key can be added to the account again
    const other = await cloud.customer();
    expect((await other.api('GET', `/instance/${uuid}/ssh-keys`)).status).toBe(404);
  });
});
