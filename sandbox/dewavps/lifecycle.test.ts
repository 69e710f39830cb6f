import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing';
import { TestCloud, at, noScope, order } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const detail = async (api: Client, uuid: string) =>
  at((await api('GET', `/instance/${uuid}/detail`)).body, 'data') as Record<string, unknown>;

/**
 * A customer with one machine: 1 core, 1 GB, 20 GB in tier 1 of Jakarta; it runs for 75 + 60 + 40 rupiah per hour,
 * its address costs 35.
 */
async function one(options: Parameters<TestCloud['customer']>[0] = {}) {
  const { api, tenant } = await cloud.customer({ instances: 1, ...options });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const stop = async () => {
    await api('PATCH', `/instance/${uuid}/stop`);
    await cloud.advance(tenant, 4);
  };
  return { api, tenant, uuid, stop };
}
const illegal = (message: string) => ({
  status: 400,
  body: { type: 'INVALID_OPERATION', message },
});

describe('another size (D18)', () => {
  it('is applied to a stopped machine, and charged', async () => {
    const { api, tenant, uuid, stop } = await one();
    const bigger = { cpu: 2, memory: 4, storage: 60 };
    expect(await api('PATCH', `/instance/${uuid}/resize`, bigger)).toMatchObject(
      illegal('Instance must be stopped first'),
    );
    await stop();
    const asked = await api('PATCH', `/instance/${uuid}/resize`, bigger);
    expect(asked.body).toMatchObject({
      message: 'Virtual machine is resized successfully',
      data: { uuid, status: 'Resizing' },
    });
    expect((await api('PATCH', `/instance/${uuid}/resize`, bigger)).status).toBe(400);
    await cloud.advance(tenant, 5);
    expect(await detail(api, uuid)).toMatchObject({
      status: 'Stopped',
      operation_flag: 0,
      cpu: '2',
      memory: '4 GB',
      storage: '60GB',
      price_per_hour: 60 * 2 + 35,
    });
    expect(await api('PATCH', `/instance/${uuid}/resize`, bigger)).toMatchObject(
      illegal('Instance has this size already'),
    );
    const dedicated = { ...bigger, use_dedicated_cpu: true };
    expect((await api('PATCH', `/instance/${uuid}/resize`, dedicated)).status).toBe(200);
    await cloud.advance(tenant, 5);
    await api('PATCH', `/instance/${uuid}/start`);
    await cloud.advance(tenant, 5);
    const perHour = 2 * 150 + 4 * 60 + 60 * 2;
    expect(await detail(api, uuid)).toMatchObject({
      is_cpu_dedicated: true,
      price_per_hour: perHour + 35,
    });
    const charged = async () => Number((await detail(api, uuid)).cost);
    const before = await charged();
    await cloud.advance(tenant, 3600);
    expect((await charged()) - before).toBe(perHour);
  });

  it('must be within the tier, and the disk can’t become smaller', async () => {
    const { api, uuid, stop } = await one();
    await stop();
    const refused = await api('PATCH', `/instance/${uuid}/resize`, {
      cpu: 17,
      memory: 1,
      storage: 19,
    });
    expect(refused.status).toBe(422);
    expect(at(refused.body, 'errors')).toEqual({
      cpu: ['The cpu may not be greater than 16.'],
      storage: ['The storage must be at least 20.', 'The storage may not be smaller than 20.'],
    });
  });

  it('leaves the machine in error if the job fails', async () => {
    const { api, tenant, uuid, stop } = await one();
    await stop();
    await cloud.fault(tenant, { ref: 'D18', kind: 'fail', times: 1 });
    await api('PATCH', `/instance/${uuid}/resize`, { cpu: 2, memory: 2, storage: 30 });
    await cloud.advance(tenant, 5);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Error', cpu: '1', storage: '20GB' });
  });
});

describe('another tier (D20, D21)', () => {
  it('has a price, moves the running machine, and keeps its address', async () => {
    const { api, tenant, uuid } = await one();
    const before = await detail(api, uuid);
    const cost = await api('GET', `/instance/${uuid}/change-tier/price?tier_id=2`);
    const hour = { now: 75 + 60 + 40 + 35, then: 60 + 50 + 20 + 35 };
    expect(at(cost.body, 'data')).toEqual({
      current_monthly_cost: hour.now * 720,
      estimated_new_monthly_cost: hour.then * 720,
    });
    expect(before.estimated_monthly_price).toBe(hour.now * 720);
    const asked = await api('PATCH', `/instance/${uuid}/change-tier`, { tier_id: 2 });
    expect(asked.body).toMatchObject({
      message: 'Your instance will be migrated in a moment...',
      data: { status: 'Migrating' },
    });
    expect(await detail(api, uuid)).toMatchObject({ operation_flag: 1, tier_id: 1 });
    await cloud.advance(tenant, 11);
    expect(await detail(api, uuid)).toMatchObject({
      status: 'Running',
      tier_id: 2,
      ip_address: before.ip_address,
      last_started_at: before.last_started_at,
      price_per_hour: hour.then,
    });
    expect(await api('PATCH', `/instance/${uuid}/change-tier`, { tier_id: 2 })).toMatchObject(
      illegal('Instance is in this tier already'),
    );
  });

  it('is refused if the tier is unknown, not in the location or too large', async () => {
    const { api, uuid } = await one();
    for (const [tier_id, text] of [
      [9, 'The selected tier id is invalid.'],
      [3, 'The cpu must be at least 2.'],
    ] as const) {
      const refused = await api('PATCH', `/instance/${uuid}/change-tier`, { tier_id });
      expect(refused.status).toBe(422);
      expect(at(refused.body, 'errors', 'tier_id', 0)).toBe(text);
      const priced = await api('GET', `/instance/${uuid}/change-tier/price?tier_id=${tier_id}`);
      expect(priced.status).toBe(422);
    }
  });

  it('needs money for a day, and can fail', async () => {
    const { api, tenant, uuid } = await one();
    await cloud.fault(tenant, { ref: 'D20', kind: 'fail', times: 1 });
    await api('PATCH', `/instance/${uuid}/change-tier`, { tier_id: 2 });
    await cloud.advance(tenant, 11);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Error', tier_id: 1 });
    const poor = await one({ balance: 1000 });
    expect(
      (await poor.api('PATCH', `/instance/${poor.uuid}/change-tier`, { tier_id: 2 })).status,
    ).toBe(402);
  });
});

describe('another system (D08)', () => {
  const system = { template_id: 22, username: 'ayu', password: 'fake-Pass-2026' };

  it('is installed, and then the machine runs', async () => {
    const { api, tenant, uuid, stop } = await one();
    await stop();
    const asked = await api('PATCH', `/instance/${uuid}/reinstall`, system);
    expect(asked.body).toMatchObject({
      message: 'Reinstall process on VM instance',
      data: { status: 'Reinstalling' },
    });
    expect((await api('POST', `/instance/${uuid}/console-websocket`)).status).toBe(400);
    await cloud.advance(tenant, 9);
    expect(await detail(api, uuid)).toMatchObject({
      status: 'Running',
      os_name: 'Debian 12',
      username: 'ayu',
    });
    expect((await api('POST', `/instance/${uuid}/console-websocket`)).status).toBe(200);
  });

  it('is refused if it does not fit or the name is reserved; a failed one can be repeated', async () => {
    const { api, tenant, uuid } = await one();
    const refused = await api('PATCH', `/instance/${uuid}/reinstall`, {
      template_id: 51,
      username: 'root',
      password: 'is-root-of-all',
    });
    expect(refused.status).toBe(422);
    expect(at(refused.body, 'errors')).toEqual({
      template_id: ['Ubuntu Desktop 24.04 needs 4 GB of memory and 40 GB of storage.'],
      username: ['The username root is reserved.'],
      password: ['The password may not contain the username.'],
    });
    await cloud.fault(tenant, { ref: 'D08', kind: 'fail', times: 1 });
    await api('PATCH', `/instance/${uuid}/reinstall`, system);
    await cloud.advance(tenant, 9);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Error', os_name: 'Ubuntu 24.04' });
    await api('PATCH', `/instance/${uuid}/reinstall`, system);
    await cloud.advance(tenant, 9);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running', os_name: 'Debian 12' });
  });
});

describe('a copy (D06)', () => {
  const options = { hostname: 'copy-1', location_id: 2, tier_id: 1 };

  it('needs only a name: same size and location, its own address, and it boots', async () => {
    const { api, tenant, uuid } = await one();
    const source = await detail(api, uuid);
    for (const [index, state] of ['Running', 'Stopped'].entries()) {
      if (state === 'Stopped') {
        await api('PATCH', `/instance/${uuid}/stop`);
        await cloud.advance(tenant, 4);
      }
      const asked = await api('POST', `/instance/${uuid}/clone`, { hostname: `copy-${index}` });
      const copy = String(at(asked.body, 'data', 'uuid'));
      expect(await detail(api, copy)).toMatchObject({ status: 'Starting', ip_address: null });
      await cloud.advance(tenant, 20);
      const { hostname: _, ...made } = await detail(api, copy);
      expect(made).toMatchObject({ status: 'Running', operation_flag: 0 });
      for (const same of ['cpu', 'memory', 'storage', 'location_id', 'tier_id'] as const)
        expect(made[same]).toEqual(source[same]);
      expect(made.ip_address).toMatch(/^\d+\./);
      expect(made.ip_address).not.toBe(source.ip_address);
      expect(await detail(api, uuid)).toMatchObject({ status: state });
    }
  });

  it('has no address on request', async () => {
    const { api, tenant, uuid } = await one();
    const bare = { hostname: 'copy-1', use_public_ip: false };
    const asked = await api('POST', `/instance/${uuid}/clone`, bare);
    await cloud.advance(tenant, 20);
    const copy = String(at(asked.body, 'data', 'uuid'));
    expect(await detail(api, copy)).toMatchObject({ status: 'Running', ip_address: null });
  });

  it('is created in another location while both machines are busy', async () => {
    const { api, tenant, uuid } = await one();
    const asked = await api('POST', `/instance/${uuid}/clone`, options);
    expect(asked.body).toMatchObject({
      message: 'Instance is on cloning progress',
      data: { hostname: 'copy-1', status: 'Starting' },
    });
    const copy = String(at(asked.body, 'data', 'uuid'));
    expect(await detail(api, uuid)).toMatchObject({ status: 'Cloning', operation_flag: 1 });
    expect(await detail(api, copy)).toMatchObject({ status: 'Starting', operation_flag: 1 });
    expect((await api('PATCH', `/instance/${copy}/start`)).status).toBe(400);
    await cloud.advance(tenant, 20);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running', operation_flag: 0 });
    expect(await detail(api, copy)).toMatchObject({
      status: 'Running',
      location: 'Surabaya 1',
      os_name: 'Ubuntu 24.04',
    });
  });

  it('is refused for a taken name or a location without the tier, and can fail alone', async () => {
    const { api, tenant, uuid } = await one();
    const refused = await api('POST', `/instance/${uuid}/clone`, {
      hostname: 'instance-1',
      location_id: 2,
      tier_id: 2,
    });
    expect(refused.status).toBe(422);
    expect(Object.keys(at(refused.body, 'errors') as object).sort()).toEqual([
      'hostname',
      'tier_id',
    ]);
    await cloud.fault(tenant, { ref: 'D06', kind: 'fail', times: 1 });
    const asked = await api('POST', `/instance/${uuid}/clone`, options);
    await cloud.advance(tenant, 11);
    expect(await detail(api, String(at(asked.body, 'data', 'uuid')))).toMatchObject({
      status: 'Error',
    });
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running' });
  });

  it('fails if the machine is deleted meanwhile; deleting the copy frees the machine', async () => {
    const { api, tenant, uuid } = await one();
    const first = String(
      at((await api('POST', `/instance/${uuid}/clone`, options)).body, 'data', 'uuid'),
    );
    const gone = { remove_ip: true, remove_block_storage: true };
    await api('DELETE', `/instance/${first}`, gone);
    await cloud.advance(tenant, 11);
    expect(await detail(api, uuid)).toMatchObject({ status: 'Running' });
    const second = await api('POST', `/instance/${uuid}/clone`, { ...options, hostname: 'copy-2' });
    await api('DELETE', `/instance/${uuid}`, gone);
    await cloud.advance(tenant, 11);
    expect(await detail(api, String(at(second.body, 'data', 'uuid')))).toMatchObject({
      status: 'Error',
    });
  });
});

describe('another password (D19)', () => {
  it('must be given twice, and may not contain the user name', async () => {
    const { api, tenant, uuid } = await one();
    const set = (password: string, password_confirmation = password) =>
      api('PATCH', `/instance/${uuid}/set-password`, { password, password_confirmation });
    expect((await set('fake-Pass-2027')).body).toEqual({
      message: 'Virtual machine password successfully updated',
      data: null,
    });
    expect(
      Object.keys(at((await set('fake-Pass-2027', 'other')).body, 'errors') as object),
    ).toEqual(['password_confirmation']);
    expect((await set('for-demo-only')).status).toBe(422);
    await api('PATCH', `/instance/${uuid}/restart`);
    expect(await set('fake-Pass-2028')).toMatchObject(
      illegal('Instance has an operation in progress'),
    );
    await cloud.advance(tenant, 6);
    const reader = await cloud.tenant({ dewavps: { keys: [{ scopes: ['read_instance'] }] } });
    const weak = cloud.dewavps(reader.dewavps?.keys[0]?.key);
    expect(await weak('PATCH', `/instance/${uuid}/set-password`, {})).toMatchObject(noScope);
  });
});

describe('deletion (D09)', () => {
  it('keeps the address, or deletes it on request with its cost', async () => {
    const { api, tenant } = await cloud.customer();
    const addresses = async () =>
      at((await api('GET', '/network/public/options?location_id=1')).body, 'data') as unknown[];
    const perHour = async () =>
      at((await api('GET', '/billing/summary')).body, 'data', 'current_hour_cost');
    for (const [remove_ip, left] of [
      [false, 1],
      [true, 1],
    ] as const) {
      const made = await api('POST', '/instance/create', order);
      await cloud.advance(tenant, 9);
      const uuid = String(at(made.body, 'data', 'uuid'));
      await api('DELETE', `/instance/${uuid}`, { remove_ip, remove_block_storage: false });
      await cloud.advance(tenant, 5);
      expect(await addresses()).toHaveLength(left);
      expect(await perHour()).toBe(35); // the address that was kept
    }
  });
});
