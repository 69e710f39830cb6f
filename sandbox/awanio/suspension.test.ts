import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

describe('a suspended person', () => {
  it('is refused with the token and at sign-in, until the suspension is lifted', async () => {
    const { tenant } = await cloud.person({ people: [{ name: 'Budi' }] });
    const budi = tenant.awanio?.people[0];
    if (!budi) throw new Error('the tenant has no second person');
    const api = await cloud.signIn(budi.username, budi.password);
    const suspend = (on: boolean) =>
      cloud.control('POST', `/tenants/${tenant.id}/users/${budi.uuid}/suspend`, { on });
    await suspend(true);
    expect(await api('GET', '/accounts/me')).toMatchObject({
      status: 401,
      body: { message: 'ACCOUNT IS SUSPENDED' },
    });
    const login = { username: budi.username, password: budi.password };
    expect(await cloud.awanio()('POST', '/accounts/login', login)).toMatchObject({
      status: 403,
      body: { message: 'ACCOUNT IS SUSPENDED' },
    });
    await suspend(false);
    expect((await api('GET', '/accounts/me')).status).toBe(200);
  });

  it('can not be the last admin who can sign in', async () => {
    const { tenant, api } = await cloud.person({
      founder: false,
      people: [{ name: 'Budi', level: 1, status: 'inactive' }],
    });
    const own = tenant.awanio?.user_uuid ?? '';
    const suspend = cloud.control('POST', `/tenants/${tenant.id}/users/${own}/suspend`, {
      on: true,
    });
    await expect(suspend).rejects.toThrow(/409.*ORGANIZATION NEEDS AN ADMIN/);
    expect((await api('GET', '/accounts/me')).status).toBe(200);
  });
});

describe('a suspended organization', () => {
  it('refuses changes in it and its projects, and still answers reads and takes vouchers', async () => {
    const { tenant, api, org, project } = await cloud.person({ volumes: 1 });
    const suspend = (on: boolean) =>
      cloud.control('POST', `/tenants/${tenant.id}/organizations/${org}/suspend`, { on });
    await suspend(true);
    const refused = { status: 403, body: { message: 'ORGANIZATION IS SUSPENDED' } };
    const volume = tenant.awanio?.volumes[0]?.uuid ?? '';
    const changes = [
      api('PUT', `/organizations/${org}`, { name: 'Baru' }),
      api('DELETE', `/organizations/${org}/volumes/${volume}`),
      api('POST', '/projects', { organization_uuid: org, name: 'Baru' }),
      api('PUT', `/projects/${project}`, { name: 'Baru' }),
      api('POST', `/projects/${project}/vms`, {}),
      api('DELETE', `/organizations/${org}/members/${tenant.awanio?.user_uuid ?? ''}`),
    ];
    for (const change of await Promise.all(changes)) expect(change).toMatchObject(refused);
    const read = await api('GET', `/organizations/${org}`);
    expect(at(read.body, 'data', 'is_suspend')).toBe(true);
    expect((await api('GET', `/projects/${project}/vms`)).status).toBe(200);
    const voucher = { code: 'NONE' };
    const redeemed = await api('POST', `/organizations/${org}/vouchers/redeem`, voucher);
    expect(redeemed.status).not.toBe(403);
    await suspend(false);
    expect((await api('PUT', `/organizations/${org}`, { name: 'Baru' })).status).toBe(200);
  });

  it('shows the terms that the provider set', async () => {
    const terms = {
      discount: 12.5,
      tax_percent: 12,
      monthly_amount_threshold: 2_000_000,
      account_payable: 150_000,
      payment_plans: 'postpaid' as const,
    };
    const { api, org } = await cloud.person({ terms: { ...terms, suspended: true } });
    const { body } = await api('GET', `/organizations/${org}`);
    expect(at(body, 'data')).toMatchObject({ ...terms, is_suspend: true });
  });
});
