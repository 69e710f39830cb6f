import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { demoAccounts } from '../demo-accounts';
import { TestCloud, at } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
});
afterAll(() => cloud.close());

const invoices = async (api: Client, org: string, query = '') =>
  readAnswer('A45', (await api('GET', `/organizations/${org}/invoices${query}`)).body);
const volumes = async (api: Client, org: string) =>
  readAnswer('A39', (await api('GET', `/organizations/${org}/volumes`)).body).data;
const addresses = async (api: Client, org: string, query = '') =>
  readAnswer('A37', (await api('GET', `/organizations/${org}/reserved-ips${query}`)).body);

interface Entry {
  kind: string;
  amount: number;
}
async function charged(tenantId: string): Promise<number> {
  const [ledger] = (await cloud.control('GET', `/tenants/${tenantId}/ledger`)) as {
    entries: Entry[];
  }[];
  return (ledger?.entries ?? []).reduce(
    (sum, { kind, amount }) => sum - (kind === 'charge' ? amount : 0),
    0,
  );
}

describe('invoices', () => {
  it('come after the end of a month, and add up to the charges', async () => {
    const { api, org, tenant } = await cloud.person({ vms: 1, volumes: 1, addresses: 1 });
    expect((await invoices(api, org)).data).toEqual([]);
    await cloud.advance(tenant, 95 * 86_400);
    const { data } = await invoices(api, org);
    expect(data.length).toBeGreaterThanOrEqual(3);
    for (const invoice of data) {
      const whole = readAnswer('A46', (await api('GET', `/invoices/${invoice.uuid}`)).body);
      expect(whole.organization?.uuid).toBe(org);
      expect(whole.items.reduce((sum, item) => sum + (item.amount ?? NaN), 0)).toBe(whole.subtotal);
      for (const { quantity, price_per_unit, amount } of whole.items)
        expect((quantity ?? NaN) * (price_per_unit ?? NaN)).toBe(amount);
      expect(whole.items.map(({ resource_type }) => resource_type).sort()).toEqual([
        'ipaddress',
        'vm',
        'volume',
      ]);
      expect(invoice).toMatchObject({ status: 'paid', amount: 0, subtotal: whole.subtotal });
      expect(invoice.tax_amount).toBe(Math.floor(((whole.subtotal ?? NaN) * 11) / 100 + 0.5));
      expect(invoice.credit_from_balance).toBe(invoice.amount_after_tax);
    }
    const sum = data.reduce((all, invoice) => all + (invoice.subtotal ?? NaN), 0);
    const before = await charged(tenant.id);
    expect(sum).toBeLessThan(before);
    // The rest belongs to this month. After its end, everything is invoiced except the hours since then.
    const one = (await invoices(api, org, '?per_page=1&page=2&order_by=asc')).page;
    expect(one).toMatchObject({ page: 2, per_page: 1, total: data.length });
  });

  it('are only for people who may read bills', async () => {
    const { org } = await cloud.person();
    const member = await cloud.person({ memberOf: org, level: 2 });
    expect((await member.api('GET', `/organizations/${org}/invoices`)).status).toBe(403);
    const stranger = await cloud.person();
    expect((await stranger.api('GET', `/organizations/${org}/invoices`)).status).toBe(404);
    const [sari, budi, ratna] = demoAccounts.awanio;
    const owner = await cloud.signIn(sari.username, sari.password);
    const kopi = String(at((await owner('GET', '/organizations')).body, 'data', 0, 'uuid'));
    const uuid = (await invoices(owner, kopi)).data[0]?.uuid;
    const finance = await cloud.signIn(ratna.username, ratna.password);
    expect((await finance('GET', `/invoices/${uuid}`)).status).toBe(200);
    const other = await cloud.signIn(budi.username, budi.password);
    expect((await other('GET', `/invoices/${uuid}`)).status).toBe(403);
    expect((await stranger.api('GET', `/invoices/${uuid}`)).status).toBe(404);
  });
});

describe('volumes', () => {
  it('are the boot disks of the machines and the other disks, in their groups', async () => {
    const { api, org, tenant } = await cloud.person({ vms: 1, projectVms: 1, volumes: 2 });
    const rows = await volumes(api, org);
    expect(rows.map(({ volume_type, is_used }) => [volume_type, is_used])).toEqual([
      ['external', false],
      ['external', false],
      ['boot', true],
    ]);
    expect(rows[0]?.pricing?.price_per_unit).toBe(70);
    expect(rows[2]?.instance_has_volumes[0]?.source?.uuid).toBe(tenant.awanio?.vms[0]?.uuid);
    const project = tenant.awanio?.project?.uuid ?? '';
    const inProject = readAnswer('A39', (await api('GET', `/projects/${project}/volumes`)).body);
    expect(inProject.data).toHaveLength(1);
    expect(inProject.data[0]?.project?.uuid).toBe(project);
    // The machine shows the same disk with the same name.
    const vm = (await api('GET', `/organizations/${org}/vms`)).body;
    expect(at(vm, 'data', 0, 'volumes', 0, 'volume', 'uuid')).toBe(rows[2]?.uuid);
  });

  it('cost money even without a machine', async () => {
    const { tenant } = await cloud.person({ volumes: 2, addresses: 1 });
    expect(await charged(tenant.id)).toBe(2 * 70 + 40);
    await cloud.advance(tenant, 3600);
    expect(await charged(tenant.id)).toBe(2 * (2 * 70 + 40));
  });

  it('are hidden from other people', async () => {
    const { org } = await cloud.person({ volumes: 1 });
    const { api } = await cloud.person();
    for (const path of ['volumes', 'reserved-ips'])
      expect((await api('GET', `/organizations/${org}/${path}`)).status).toBe(404);
  });
});

describe('reserved addresses', () => {
  it('come in pages, can be searched by their digits and sorted in both orders', async () => {
    const { api, org } = await cloud.person({ addresses: 12 });
    const first = await addresses(api, org, '?per_page=5');
    expect(first.page).toEqual({ page: 1, per_page: 5, total: 12, last_page: 3 });
    const turned = await addresses(api, org, '?per_page=5&order_by=asc&page=3');
    expect(turned.data.map(({ uuid }) => uuid)).toEqual(
      first.data
        .slice(0, 2)
        .reverse()
        .map(({ uuid }) => uuid),
    );
    for (const rows of [1, 6, 20]) {
      const path = `/organizations/${org}/reserved-ips?per_page=${rows}`;
      expect((await api('GET', path)).status).toBe(422);
    }
    const raw = (await api('GET', `/organizations/${org}/reserved-ips?per_page=5&page=2`)).body;
    expect(at(raw, 'meta', 'pagination', 'page')).toBe('2,');
    const tagged = await addresses(api, org, '?search=113.10');
    expect(tagged.data.map(({ tags }) => tags)).toEqual([['mail', 'production']]);
    expect((await addresses(api, org, '?search=production')).data).toEqual([]);
    const found = await addresses(api, org, '?search=113.13');
    expect(found.data.map((row) => row.ip_address?.address_string)).toEqual(['203.0.113.13']);
  });

  it('are charged once, alone or with the machine that uses them', async () => {
    const { api, org, tenant } = await cloud.person({ addresses: 1 });
    const images = at((await api('GET', '/catalogues')).body, 'data') as { uuid: string }[];
    const plans = at((await api('GET', '/pricing?suitable_for=vm')).body, 'data') as {
      uuid: string;
      instance_type: string;
    }[];
    const plan = plans.find(({ instance_type }) => instance_type === 's-c');
    const order = {
      authentication_type: { id: 1, key: 'demo', value: 'fake-pass-2026' },
      catalogue_uuid: images[0]?.uuid,
      instance_type_uuid: plan?.uuid,
      organization_uuid: org,
      title: 'Situs',
      hostname: 'situs-1',
      with_external_ip: true,
      reserve_external_ip: {
        is_new: false,
        reserved: true,
        uuid: tenant.awanio?.addresses[0]?.uuid,
      },
    };
    expect((await api('POST', `/organizations/${org}/vms`, order)).status).toBe(200);
    const taken = await charged(tenant.id);
    expect(taken).toBe(40 + 210 + 40); // the address's own hour had begun
    await cloud.advance(tenant, 3600);
    expect(await charged(tenant.id)).toBe(taken + 250);
    expect((await addresses(api, org)).data).toHaveLength(1);
  });
});
