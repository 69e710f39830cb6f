import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, at, type Client } from '../testing';
import type { MadeTenant } from '../tenants';
import { images, plans } from './catalogue';
import { planWire } from './wire';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const plan = plans.find(({ instance_type }) => instance_type === 'bh-s');
const image = images.find(({ service }) => service === 'baremetal');
const opening = 20_000_000;

const bodyOf = (org: string, more: object = {}) => ({
  authentication_type: { id: 1, key: 'demo', value: 'fake-pass-2026' },
  catalogue_uuid: image?.uuid,
  organization_uuid: org,
  title: 'Gudang',
  hostname: 'gudang-1',
  compute_same_config: 1,
  machine_name: `Intel Xeon E-2234.${plan?.uuid}`,
  billing_period: 'price_per_month',
  ...more,
});
const pathOf = (org: string, more = '') => `/organizations/${org}/baremetals${more}`;
const rowsOf = async (api: Client, org: string) =>
  readAnswer('A28', (await api('GET', pathOf(org))).body).data;

async function balanceOf(tenant: MadeTenant): Promise<number> {
  const ledger = await cloud.control('GET', `/tenants/${tenant.id}/ledger`);
  return Number(at(ledger, 0, 'balance'));
}

describe('an order of bare metal', () => {
  it('answers an echo without an id; the machine is allocated, deploying, then deployed', async () => {
    const { tenant, api, org } = await cloud.person({ balance: opening });
    const answer = await api('POST', pathOf(org), bodyOf(org));
    expect(answer.status, answer.text).toBe(200);
    expect(readAnswer('A27', answer.body)).toMatchObject({ uuid: null, hostname: 'gudang-1' });
    expect(JSON.stringify(readAnswer('A27', answer.body))).not.toContain('fake-pass');
    const [row] = await rowsOf(api, org);
    const path = pathOf(org, `/${row?.uuid}`);
    const status = async () => at((await api('GET', `${path}/status`)).body, 'data');
    expect(await status()).toBe('Allocated');
    await cloud.advance(tenant, 5);
    expect(await status()).toBe('Deploying');
    await cloud.advance(tenant, 20);
    expect(await status()).toBe('Deployed');
    const leaky = await api('GET', path);
    expect(leaky.text).toContain('power_pass');
    expect(JSON.stringify(readAnswer('A29', leaky.body))).not.toMatch(/power|fake-/);
    expect((await api('DELETE', path)).body).toMatchObject({ data: 'deleted' });
    expect(await status()).toBe('Releasing');
    await cloud.advance(tenant, 10);
    expect((await api('GET', path)).status).toBe(404);
  });

  it.each(['price_per_month', 'price_per_three_month', 'price_per_six_month', 'price_per_year'])(
    'by %s takes the price at once, and again when the period is over',
    async (billing_period) => {
      const { tenant, api, org } = await cloud.person({ balance: opening });
      const price = plan ? Number(at(planWire(plan), billing_period)) : 0;
      await api('POST', pathOf(org), bodyOf(org, { billing_period }));
      expect(await balanceOf(tenant)).toBe(opening - price);
      if (billing_period !== 'price_per_month') return;
      await cloud.advance(tenant, 31 * 86_400);
      // The tax of the month that is over comes on top.
      expect(await balanceOf(tenant)).toBeLessThanOrEqual(opening - 2 * price);
    },
  );

  it('that sells out in the middle keeps what it has had', async () => {
    const { tenant, api, org } = await cloud.person({ balance: opening });
    await cloud.control('POST', `/tenants/${tenant.id}/packages/bh-s/stock`, { left: 2 });
    const answer = await api('POST', pathOf(org), bodyOf(org, { compute_same_config: 5 }));
    expect(answer).toMatchObject({ status: 409, body: { error_code: '409-4' } });
    expect(await rowsOf(api, org)).toHaveLength(2);
    const packages = readAnswer('A32', (await api('GET', pathOf(org, '/machines'))).body).data;
    expect(packages.map(({ name, pricing }) => [name, pricing?.availability])).toEqual([
      ['Intel Xeon E-2234', 'sold out'],
      ['Intel Xeon E-2388G', 'available'],
      ['AMD EPYC 9254', 'available'],
    ]);
    expect(packages[0]?.pricing?.meta_storage).toHaveLength(2);
  });

  it('is refused for a package that is not there, and a balance that is too small', async () => {
    const { api, org } = await cloud.person({ balance: 100_000 });
    const refused = async (more: object) =>
      (await api('POST', pathOf(org), bodyOf(org, more))).status;
    expect(await refused({})).toBe(402);
    expect(await refused({ machine_name: `Other.${plan?.uuid}` })).toBe(404);
    expect(await refused({ catalogue_uuid: images[0]?.uuid })).toBe(404);
    expect(await rowsOf(api, org)).toEqual([]);
  });

  it('whose deployment fails says so', async () => {
    const { tenant, api, org } = await cloud.person({ balance: opening });
    await cloud.fault(tenant, { ref: 'A27', kind: 'fail' });
    await api('POST', pathOf(org), bodyOf(org));
    await cloud.advance(tenant, 30);
    expect((await rowsOf(api, org))[0]?.machine?.status_name).toBe('Failed deployment');
  });
});

it('answers its first page to every page', async () => {
  const { api, org } = await cloud.person({ baremetals: 12, balance: 50_000_000 });
  const first = await api('GET', pathOf(org));
  expect(at(first.body, 'meta', 'pagination')).toMatchObject({ page: 1, total: 12, last_page: 2 });
  expect(at(first.body, 'data')).toHaveLength(10);
  expect((await api('GET', pathOf(org, '?page=2'))).body).toEqual(first.body);
});
