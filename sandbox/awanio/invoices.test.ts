import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { demoAccounts } from '../demo-accounts';
import { TestCloud, at } from '../testing';
import type { MadeTenant } from '../tenants';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
});
afterAll(() => cloud.close());

const invoices = async (api: Client, org: string, query = '') =>
  readAnswer('A45', (await api('GET', `/organizations/${org}/invoices${query}`)).body);
const invoice = async (api: Client, uuid: string) =>
  readAnswer('A46', (await api('GET', `/invoices/${uuid}`)).body);
const balanceOf = async (api: Client, org: string) =>
  readAnswer('A07', (await api('GET', `/organizations/${org}`)).body).balance;

async function entries({ id }: MadeTenant) {
  const [ledger] = (await cloud.control('GET', `/tenants/${id}/ledger`)) as {
    balance: number;
    entries: { kind: string; amount: number }[];
  }[];
  return ledger ?? { balance: NaN, entries: [] };
}
const of = ({ entries: all }: Awaited<ReturnType<typeof entries>>, kind: string) =>
  all.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0);

type Row = Awaited<ReturnType<typeof invoices>>['data'][number];

/** Checks that the amounts of an invoice follow from each other, to the rupiah. */
function addsUp(row: Row): void {
  const { subtotal, discount_amount, tax_amount, credit_from_balance } = row;
  const base = (subtotal ?? NaN) - (discount_amount ?? NaN);
  expect(row.amount_after_discount).toBe(base);
  expect(row.amount_after_tax).toBe(base + (tax_amount ?? NaN));
  expect(row.amount).toBe(base + (tax_amount ?? NaN) - (credit_from_balance ?? NaN));
}

describe('the invoices of the months', () => {
  it('take discount and tax from the balance when they are made, each once', async () => {
    const { api, org, tenant } = await cloud.person({ vms: 1, age: 100, terms: { discount: 7 } });
    const { data } = await invoices(api, org);
    expect(data.length).toBeGreaterThanOrEqual(3);
    data.forEach(addsUp);
    const before = await entries(tenant);
    const settled = data.reduce(
      (sum, row) => sum + (row.subtotal ?? NaN) - (row.amount_after_tax ?? NaN),
      0,
    );
    expect(of(before, 'adjustment')).toBe(settled);
    expect(await balanceOf(api, org)).toBe(before.balance);
    expect(await entries(tenant)).toEqual(before);
    await cloud.advance(tenant, 31 * 86_400 + 2 * 3600);
    const after = (await invoices(api, org)).data;
    expect(after).toHaveLength(data.length + 1);
    const { subtotal, amount_after_tax } = after[0] ?? {};
    expect(of(await entries(tenant), 'adjustment')).toBe(
      settled + (subtotal ?? NaN) - (amount_after_tax ?? NaN),
    );
  });

  it('have a PDF, at an address without scheme and under two names', async () => {
    const { api, org } = await cloud.person({ vms: 1, age: 40 });
    const list = (await api('GET', `/organizations/${org}/invoices`)).body;
    const address = String(at(list, 'data', 0, 'InvoiceUrl'));
    const uuid = String(at(list, 'data', 0, 'uuid'));
    expect(at((await api('GET', `/invoices/${uuid}`)).body, 'data', 'invoice_url')).toBe(address);
    expect(address).toMatch(/^127\.0\.0\.1:/);
    const response = await fetch(`http://${address}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const { amount_after_tax, company_name, company_address } = await invoice(api, uuid);
    const text = await response.text();
    expect(text).toContain(`(Total ${amount_after_tax}) Tj`);
    expect(text).toContain(company_name);
    expect(company_address).toBeTruthy();
    const unknown = address.replace(uuid, '00000000-0000-4000-a000-000000000000');
    expect((await fetch(`http://${unknown}`)).status).toBe(404);
  });
});

describe('the provider’s own invoices', () => {
  it('come in all states, with dates and amounts that a page must bear', async () => {
    const { api, org, tenant } = await cloud.person({
      invoices: [
        { kind: 'paid', days: 7 },
        { kind: 'unpaid', days: 6, amount: 100_000, discount: 10_000, note: 'Migrasi' },
        { kind: 'overdue', days: 5 },
        { kind: 'zero', days: 4 },
        { kind: 'credit-note', days: 3 },
        { kind: 'no-due-date', days: 2 },
        { kind: 'foreign', days: 1 },
      ],
    });
    const { data } = await invoices(api, org, '?order_by=asc');
    expect(data.map(({ uuid }) => uuid)).toEqual(tenant.awanio?.invoices.map(({ uuid }) => uuid));
    const [paid, unpaid, overdue, zero, credit, undated, foreign] = data;
    expect(data.map(({ status }) => status).join()).toBe(
      'paid,unpaid,overdue,paid,paid,unpaid,unpaid',
    );
    data.forEach(addsUp);
    expect(paid).toMatchObject({ subtotal: 13_750, tax_amount: 1513, amount: 15_263 });
    expect(unpaid).toMatchObject({
      note: 'Migrasi',
      discount_in_price: 10_000,
      discount_amount: 10_000,
      tax_amount: 9900,
      amount: 99_900,
      invoice_url: null,
    });
    expect(Date.parse(unpaid?.due_date ?? '')).toBeGreaterThan(Date.now());
    expect(Date.parse(overdue?.due_date ?? '')).toBeLessThan(Date.now());
    expect(zero).toMatchObject({ number: null, subtotal: 0, tax_amount: 0, amount: 0 });
    expect(credit).toMatchObject({ subtotal: -13_750, tax_amount: -1513, amount: -15_263 });
    expect(undated?.due_date).toBeNull();
    expect(foreign?.currency).toBe('USD');
    for (const row of data) {
      const whole = await invoice(api, row.uuid);
      expect(whole.items.map(({ amount }) => amount)).toEqual([row.subtotal]);
      expect(whole.items[0]?.tax_in_percent).toBe(11);
    }
    // They are paid outside of the balance.
    expect(await balanceOf(api, org)).toBe(5_000_000);
    expect((await invoices(api, org, '?search=credit')).data).toHaveLength(1);
  });

  it('of the demo is one that waits for its payment', async () => {
    const [sari] = demoAccounts.awanio;
    const api = await cloud.signIn(sari.username, sari.password);
    const kopi = String(at((await api('GET', '/organizations')).body, 'data', 0, 'uuid'));
    const { data } = await invoices(api, kopi);
    expect(data.filter(({ status }) => status === 'unpaid')).toMatchObject([{ amount: 1_387_500 }]);
    expect(data.filter(({ status }) => status === 'paid').length).toBeGreaterThan(0);
  });
});
