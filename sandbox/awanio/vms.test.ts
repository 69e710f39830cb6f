import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, fakeKey } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

async function choices(api: Client) {
  const images = at((await api('GET', '/catalogues')).body, 'data') as {
    uuid: string;
    min_storage_gb: number;
    service: string;
  }[];
  const plans = at((await api('GET', '/pricing?suitable_for=vm')).body, 'data') as {
    uuid: string;
    storage_gb: number;
    price_per_hour: number;
  }[];
  const image = images.find((row) => row.service === 'compute');
  const plan = plans.find((row) => row.storage_gb >= 40);
  const small = plans.find((row) => row.storage_gb < 15);
  if (!image || !plan || !small) throw new Error('the catalogue lacks what the tests need');
  return { image, plan, small };
}

async function orderOf(api: Client, org: string) {
  const { image, plan } = await choices(api);
  return {
    authentication_type: { id: 1, key: 'demo', value: 'fake-pass-2026' },
    catalogue_uuid: image.uuid,
    instance_type_uuid: plan.uuid,
    organization_uuid: org,
    title: 'Situs',
    hostname: 'situs-1',
    with_external_ip: true,
    reserve_external_ip: { is_new: true, reserved: false },
  };
}

describe('the life of a VM', () => {
  it('goes from pending to scheduling to running, and gets its addresses', async () => {
    const { api, org, tenant } = await cloud.person();
    const made = await api('POST', `/organizations/${org}/vms`, await orderOf(api, org));
    expect(made.status).toBe(200);
    const uuid = String(at(made.body, 'data', 'uuid'));
    expect(at(made.body, 'data', 'status')).toBe('pending');
    expect(made.text).not.toContain('fake-pass-2026');
    await cloud.advance(tenant, 3);
    expect(at((await api('GET', `/organizations/${org}/vms/${uuid}`)).body, 'data', 'status')).toBe(
      'scheduling',
    );
    await cloud.advance(tenant, 6);
    const detail = at((await api('GET', `/organizations/${org}/vms/${uuid}`)).body, 'data');
    expect(detail).toMatchObject({
      status: 'running',
      group_type: 'organization',
      group_uuid: org,
    });
    expect(at(detail, 'private_ip_address_v4')).toMatch(/^10\.42\./);
    expect(at(detail, 'ip_address', 'address_string')).toMatch(/^203\.0\.113\./);
    expect(at((await api('GET', `/organizations/${org}/vms`)).body, 'data')).toHaveLength(1);
  });

  it('is listed in its project and not in the organization', async () => {
    const { api, org, project } = await cloud.person();
    expect((await api('POST', `/projects/${project}/vms`, await orderOf(api, org))).status).toBe(
      200,
    );
    expect(at((await api('GET', `/projects/${project}/vms`)).body, 'data')).toHaveLength(1);
    expect(at((await api('GET', `/organizations/${org}/vms`)).body, 'data')).toHaveLength(0);
  });
});

describe('orders that are refused', () => {
  it('need a disk large enough for the image, a free hostname and money for a day', async () => {
    const { api, org, tenant } = await cloud.person();
    const order = await orderOf(api, org);
    const { small } = await choices(api);
    const tight = await api('POST', `/organizations/${org}/vms`, {
      ...order,
      instance_type_uuid: small.uuid,
    });
    expect(tight.status).toBe(422);
    expect(at(tight.body, 'message')).toContain('GB');
    expect((await api('POST', `/organizations/${org}/vms`, order)).status).toBe(200);
    expect((await api('POST', `/organizations/${org}/vms`, order)).body).toMatchObject({
      error_code: '409-2',
    });

    const poor = await cloud.person({ balance: 1000 });
    const broke = await poor.api(
      'POST',
      `/organizations/${poor.org}/vms`,
      await orderOf(poor.api, poor.org),
    );
    expect(broke.body).toMatchObject({ error: 'INSUFFICIENT BALANCE', error_code: '402-1' });
    const ledger = await cloud.control('GET', `/tenants/${tenant.id}/ledger`);
    expect(at(ledger, 0, 'entries')).toHaveLength(2); // the opening and one first hour, since refused orders cost nothing
  });

  it('name a plan that is sold out, until it is there again', async () => {
    const { api, org, tenant } = await cloud.person();
    const order = await orderOf(api, org);
    const plan = async () => {
      const rows = at((await api('GET', '/pricing')).body, 'data') as { uuid: string }[];
      return rows.find(({ uuid }) => uuid === order.instance_type_uuid);
    };
    const name = String(at(await plan(), 'instance_type'));
    await cloud.control('POST', `/tenants/${tenant.id}/sold-out`, { plans: [name] });
    expect(await plan()).toMatchObject({ availability: 'sold out' });
    expect((await api('POST', `/organizations/${org}/vms`, order)).body).toMatchObject({
      error_code: '409-4',
      message: 'PRICING IS SOLD OUT',
    });
    await cloud.control('POST', `/tenants/${tenant.id}/sold-out`, { plans: [] });
    expect(await plan()).toMatchObject({ availability: 'available' });
    expect((await api('POST', `/organizations/${org}/vms`, order)).status).toBe(200);
  });

  it('give a reserved address to one machine alone', async () => {
    const { api, org, tenant } = await cloud.person({ addresses: 1 });
    const [address] = tenant.awanio?.addresses ?? [];
    const order = await orderOf(api, org);
    const make = (hostname: string, choice: object) =>
      api('POST', `/organizations/${org}/vms`, {
        ...order,
        hostname,
        reserve_external_ip: { is_new: false, reserved: true, ...choice },
      });
    expect((await make('a', {})).body).toMatchObject({ error_code: '422-1' });
    const { status, body } = await make('a', { uuid: address?.uuid });
    expect(status).toBe(200);
    await cloud.advance(tenant, 20);
    const made = await api('GET', `/organizations/${org}/vms/${String(at(body, 'data', 'uuid'))}`);
    expect(at(made.body, 'data', 'ip_address', 'address_string')).toBe(address?.address);
    expect((await make('b', { uuid: address?.uuid })).body).toMatchObject({
      error_code: '409-1',
      message: 'RESERVED IP IS ALREADY USED',
    });
    expect((await make('c', { uuid: org })).status).toBe(404);
    expect(at((await api('GET', `/organizations/${org}/vms`)).body, 'data')).toHaveLength(1);
  });

  it('take the ids of a password and of a key, and no other', async () => {
    const { api, org } = await cloud.person();
    const order = await orderOf(api, org);
    const make = (id: number) =>
      api('POST', `/organizations/${org}/vms`, {
        ...order,
        authentication_type: { id, key: 'demo', value: fakeKey() },
      });
    expect((await make(3)).body).toMatchObject({ error_code: '422-1' });
    expect((await make(2)).status).toBe(200);
  });

  it('name the wrong field', async () => {
    const { api, org } = await cloud.person();
    const order = await orderOf(api, org);
    const bad = await api('POST', `/organizations/${org}/vms`, {
      ...order,
      hostname: 'not a name',
    });
    expect(bad.body).toMatchObject({
      error: 'VALIDATION ERROR',
      error_code: '422-1',
      result: false,
    });
    expect(at(bad.body, 'message')).toContain('hostname:');
  });
});
