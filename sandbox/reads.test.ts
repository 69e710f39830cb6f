import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { operation } from '@/lib/contract/index';
import type { Ref } from '@/lib/contract/index';
import { fillPath, pathParams } from '@/lib/contract/operation';
import { shape } from '@/lib/contract/schemas/index';
import { implementedRefs } from './implemented';
import { demoAccounts } from './demo-accounts';
import { TestCloud, at, noScope } from './testing';
import type { Client } from './testing';

let cloud: TestCloud;
let awanio: Client;
let dewavps: Client;
const values: Record<string, string> = {};
const known = { organization: '', project: '', invoice: '' };

beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
  const [sari] = demoAccounts.awanio;
  awanio = await cloud.signIn(sari.username, sari.password);
  dewavps = cloud.dewavps(demoAccounts.dewavps[0].key);
  known.organization = String(at((await awanio('GET', '/organizations')).body, 'data', 0, 'uuid'));
  known.project = String(at((await awanio('GET', '/projects')).body, 'data', 0, 'uuid'));
  values.vm_uuid = String(
    at((await awanio('GET', `/organizations/${known.organization}/vms`)).body, 'data', 0, 'uuid'),
  );
  values.instance_uuid = String(
    at((await dewavps('GET', '/instance?search=gudang-web-1')).body, 'data', 'data', 0, 'uuid'),
  );
  values.tier_id = '1';
  const network = (await dewavps('GET', '/network/vswitches?search=gudang')).body;
  values.vswitch_uuid = String(at(network, 'data', 0, 'uuid'));
  values.vswitch_id = String(at(network, 'data', 0, 'id'));
  queries.D55 = `?location_id=1&vswitch_uuid=${values.vswitch_uuid}`;
  const clusters = await awanio('GET', `/organizations/${known.organization}/kubernetes`);
  values.k8s_uuid = String(at(clusters.body, 'data', 0, 'uuid'));
  const metals = await awanio('GET', `/organizations/${known.organization}/baremetals`);
  values.baremetal_uuid = String(at(metals.body, 'data', 0, 'uuid'));
  values.bucket_name = 'kopi-nusantara-foto';
  values.group_uuid = known.organization;
  known.invoice = String(
    at(
      (await awanio('GET', `/organizations/${known.organization}/invoices`)).body,
      'data',
      0,
      'uuid',
    ),
  );
  values.invoice_id = String(
    at((await dewavps('GET', '/billing/deposit/history')).body, 'data', 'data', 0, 'id'),
  );
  const [method] = at((await awanio('GET', '/payment/payment-method')).body, 'data') as object[];
  const asked = { organization_uuid: known.organization, amount: 50_000 };
  const topUp = { ...asked, payment_method_uuid: at(method, 'uuid') };
  const started = (await awanio('POST', '/payment/topup', topUp)).body;
  values.reference_number = String(at(started, 'data', 'reference'));
  values.summary_date = String(
    at((await dewavps('GET', '/billing/report/summary')).body, 'data', 'data', 0, 'billing_date'),
  );
});
afterAll(() => cloud.close());

const queries: Partial<Record<Ref, string>> = {
  D05: '?periode=hour',
  D02: '?limit=100',

  D13: '?location_id=1',
  D21: '?tier_id=3',
  D24: '?tier_id=1',
  D30: '?tier_id=1',
  D56: '?location_id=1',
  D57: '?location_id=1',
  D58: '?limit=100',
  D63: '?location_id=1',
  D69: '?location_id=1',
};

async function read(ref: Ref) {
  const { backend, path } = operation(ref);
  const own = { A46: known.invoice } as Partial<Record<Ref, string>>;
  const uuid = own[ref] ?? (path.startsWith('/projects') ? known.project : known.organization);
  const all: Record<string, string> = { ...values, group_type: 'organizations', uuid };
  const filled = fillPath(
    path,
    Object.fromEntries(pathParams(path).map((name) => [name, all[name] ?? ''])),
  );
  const { status, body, text } = await (backend === 'awanio' ? awanio : dewavps)(
    'GET',
    `${filled}${queries[ref] ?? ''}`,
  );
  expect(status, text).toBe(200);
  return readAnswer(ref, body);
}

/** D84 is of postpaid accounts, which the demo's is not; nobody of the demo is the provider's administrator. */
const reads = implementedRefs.filter(
  (ref) =>
    operation(ref).kind === 'read' &&
    operation(ref).permission !== 'provider.admin' &&
    shape(ref).answer !== 'file' &&
    ref !== 'D84',
);

describe('every implemented read', () => {
  it.each(reads)('%s fits the contract and is not empty', async (ref) => {
    const result: unknown = await read(ref);
    const rows = at(result, 'data');
    if (Array.isArray(rows)) expect(rows.length).toBeGreaterThan(0);
    else expect(Object.values(result as object).some((value) => value !== null)).toBe(true);
  });
});

describe('the demo', () => {
  it('has its machines in the described states', async () => {
    const { data, page, active_operations } = await readList('D02');
    expect(page).toMatchObject({ total: 12 });
    expect(active_operations).toBe(1);
    const count = (status: string) => data.filter((row) => row.status === status).length;
    expect([count('Running'), count('Stopped'), count('Error'), count('Pending')]).toEqual([
      7, 3, 1, 1,
    ]);
    for (const row of data) {
      expect(row.memory_gb).toBeGreaterThan(0);
      expect(row.storage_gb).toBeGreaterThan(0);
      expect(row.estimated_monthly_cost).toBe((row.price_per_hour ?? 0) * 720);
      expect(row.created_at).toMatch(/Z$/);
    }
  });

  async function readList(ref: 'D02') {
    return readAnswer(ref, (await dewavps('GET', '/instance?limit=100')).body);
  }

  it('has its balances, which are the sums of their entries', async () => {
    const organizations = readAnswer('A06', (await awanio('GET', '/organizations')).body);
    expect(organizations.data.map(({ name, balance }) => [name, balance])).toEqual([
      ['Kopi Nusantara', 4_275_000],
      ['Studio Awan', 610_000],
    ]);
    const ledgers = (await cloud.control('GET', '/tenants/demo/ledger')) as {
      balance: number;
      entries: { amount: number; balance_after: number }[];
    }[];
    expect(ledgers).toHaveLength(3);
    for (const { balance, entries } of ledgers) {
      expect(entries.reduce((total, entry) => total + entry.amount, 0)).toBe(balance);
      expect(Math.min(...entries.map((entry) => entry.balance_after))).toBeGreaterThan(0);
    }
  });

  it('lets each account sign in, with its rights', async () => {
    for (const { username, password } of demoAccounts.awanio)
      await cloud.signIn(username, password);
    const { username, password } = demoAccounts.provider;
    const administrator = await cloud.awanio()('POST', '/accounts/sa/login', {
      username,
      password,
    });
    expect(administrator.status).toBe(200);
    const [, reader, billing] = demoAccounts.dewavps;
    expect((await cloud.dewavps(reader.key)('GET', '/network/vswitches')).status).toBe(200);
    expect(await cloud.dewavps(reader.key)('GET', '/billing/summary')).toMatchObject(noScope);
    expect((await cloud.dewavps(billing.key)('GET', '/billing/summary')).status).toBe(200);
  });
});
