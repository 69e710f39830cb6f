import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { demoAccounts } from '../demo-accounts';
import { TestCloud, at, noScope, order } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start({ demo: true });
});
afterAll(() => cloud.close());

const demo = () => cloud.dewavps(demoAccounts.dewavps[2].key);
const deposits = async (api: Client, query = '') =>
  readAnswer('D79', (await api('GET', `/billing/deposit/history${query}`)).body);
const deposit = async (api: Client, id: string) =>
  readAnswer('D81', (await api('GET', `/billing/deposit/${id}/details`)).body);
const credits = async (api: Client, query = '') =>
  readAnswer('D82', (await api('GET', `/billing/credit/history${query}`)).body);

/** All rows of a period, from page to page, newest first. */
async function allCredits(api: Client, query = '') {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const answered = await credits(api, `?limit=100&page=${page}${query}`);
    rows.push(...answered.data);
    if (page >= (answered.page?.last_page ?? 1)) return rows;
  }
}
type Credit = Awaited<ReturnType<typeof allCredits>>[number];

const signed = ({ type, amount }: Credit) => (type === 'Add' ? 1 : -1) * (amount ?? NaN);
const sum = (values: (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? NaN), 0);
const balanceOf = async (api: Client) =>
  readAnswer('D78', (await api('GET', '/billing/summary')).body).actual_balance;

/** Checks that every balance follows from the one before; gives the balances before the first row and after the last. */
function follow(newestFirst: Credit[]): { opening: number; closing: number } {
  const rows = [...newestFirst].reverse();
  const [first] = rows;
  if (!first) throw new Error('there are no movements');
  const opening = (first.balance_after ?? NaN) - signed(first);
  let balance = opening;
  for (const row of rows) expect((balance += signed(row))).toBe(row.balance_after);
  return { opening, closing: balance };
}

describe('deposits', () => {
  it('of the demo are the top-ups of its ledger, and two that nobody paid', async () => {
    const { data } = await deposits(demo());
    expect(data.map(({ status }) => status)).toEqual([
      'PENDING',
      'SUCCESS',
      'SUCCESS',
      'EXPIRED',
      'SUCCESS',
    ]);
    const paid = data.filter(({ status }) => status === 'SUCCESS');
    const added = (await allCredits(demo(), '&type=A')).filter(({ description }) =>
      description?.startsWith('Top up'),
    );
    expect(sum(paid.map(({ detail }) => detail?.amount ?? null))).toBe(
      sum(added.map(({ amount }) => amount)),
    );
    for (const { detail } of data)
      expect(detail?.vat).toBe(Math.round((detail?.amount ?? NaN) * 0.11));
  });

  it('come in pages, newest first, and are told alone with how they are paid', async () => {
    const { api, tenant } = await cloud.customer({
      deposits: [
        { days: 40, amount: 13_750 },
        { days: 3, amount: 200_000, method: 'QRIS' },
        { amount: 300_000, paid: false },
      ],
    });
    const { data, page } = await deposits(api, '?limit=2&page=1');
    expect(page).toMatchObject({ total: 3, per_page: 2, last_page: 2 });
    expect(data.map(({ detail }) => detail?.amount)).toEqual([300_000, 200_000]);
    const oldest = (await deposits(api, '?limit=2&page=2')).data[0];
    expect(oldest?.detail).toEqual({ amount: 13_750, vat: 1513, payment_fee: 4000 });
    expect(await deposit(api, oldest?.id ?? '')).toMatchObject({
      code: oldest?.invoice_number,
      status: 'SUCCESS',
      payment_url: null,
      expired_seconds: 0,
    });
    const waiting = await deposit(api, data[0]?.id ?? '');
    expect(waiting.va_number).toMatch(/^00\d{14}$/);
    expect(waiting).toMatchObject({ status: 'PENDING', method: 'BCA VA', qr_string: null });
    expect(waiting.expired_seconds).toBeGreaterThan(86_000);
    expect((await deposit(api, data[1]?.id ?? '')).qr_string).toBeTruthy();
    await cloud.advance(tenant, 86_400);
    expect((await deposit(api, data[0]?.id ?? '')).status).toBe('EXPIRED');
    expect((await api('GET', '/billing/deposit/nobody/details')).status).toBe(404);
    const other = await cloud.customer();
    const path = `/billing/deposit/${data[0]?.id}/details`;
    expect((await other.api('GET', path)).status).toBe(404);
  });
});

describe('the credit history', () => {
  it('of the demo adds up to the balance, whole and by month', async () => {
    const rows = await allCredits(demo());
    expect(follow(rows)).toEqual({ opening: 0, closing: await balanceOf(demo()) });
    const months = [...new Set(rows.map(({ created_at }) => monthOf(created_at)))].reverse();
    let carried = 0;
    for (const month of months) {
      const of = await allCredits(demo(), `&start=${month}-01&end=${lastDay(month)}`);
      const { opening, closing } = follow(of);
      expect(opening).toBe(carried);
      carried = closing;
    }
    expect(carried).toBe(await balanceOf(demo()));
  });

  it('adds up although hours are charged after a payment was posted', async () => {
    const { api, tenant } = await cloud.customer({
      instances: 2,
      age: 70,
      snapshots: 1,
      disks: 1,
      deposits: [{ days: 30, amount: 250_000 }],
    });
    await cloud.advance(tenant, 40 * 86_400);
    const rows = await allCredits(api);
    expect(follow(rows)).toEqual({ opening: 0, closing: await balanceOf(api) });
    expect((await credits(api, '?type=A')).data.map(({ amount }) => amount)).toEqual([
      250_000, 5_000_000,
    ]);
    const out = await credits(api, '?type=D&limit=1');
    expect(out.data[0]?.type).toBe('Deduct');
    expect(out.page?.total).toBe(rows.length - 2);
  });

  it('writes amounts as Indonesian text, and refuses a period that ends before it starts', async () => {
    const { api } = await cloud.customer({ balance: 110_000 });
    const { body } = await api('GET', '/billing/credit/history');
    expect(at(body, 'data', 'data', 0)).toMatchObject({
      type: 'Add',
      amount: 'Rp110.000,00',
      balance_after: 'Rp110.000,00',
    });
    const backwards = '/billing/credit/history?start=2026-02-01&end=2026-01-01';
    expect((await api('GET', backwards)).status).toBe(422);
    expect((await credits(api, '?start=2020-01-01&end=2020-01-31')).data).toEqual([]);
  });
});

describe('a postpaid account', () => {
  const summary = async (api: Client) =>
    readAnswer('D83', (await api('GET', '/billing/postpaid/summary')).body);
  const invoices = async (api: Client) =>
    readAnswer('D84', (await api('GET', '/billing/postpaid/invoices')).body);
  const pdf = (api: Client, number: string) =>
    api('GET', `/billing/postpaid/invoices/${number}/download`);

  it('owes the newest month, with tax, and has paid the months before', async () => {
    const { api } = await cloud.customer({ postpaid: true, instances: 1, disks: 1, age: 100 });
    const { data, page } = await invoices(api);
    expect(page?.total).toBe(1);
    const [invoice] = data;
    const { amount, vat, total } = invoice?.detail ?? {};
    expect(invoice).toMatchObject({ status: 'Not Paid', method: null });
    expect(vat).toBe(Math.floor((amount ?? NaN) * 0.11 + 0.5));
    expect(total).toBe((amount ?? NaN) + (vat ?? NaN));
    const told = await summary(api);
    expect(told).toMatchObject({ total_unpaid: 1, total_unpaid_amount: total });
    const reports = readAnswer('D88', (await api('GET', '/billing/report/summary')).body).data;
    expect(amount).toBe(reports[1]?.total);
    expect(told.total_paid).toBe(reports.length - 2);
    const payments = (await deposits(api)).data;
    expect(payments).toHaveLength(told.total_paid ?? NaN);
    expect(
      sum(payments.flatMap(({ detail }) => [detail?.amount ?? null, detail?.vat ?? null])),
    ).toBe(told.total_paid_amount);
    expect(told.est_month_cost).toBeGreaterThan(0);
    // Below zero by what was used and is not paid, which includes this month.
    const { closing } = follow(await allCredits(api));
    expect(closing).toBe(-(amount ?? NaN) - (reports[0]?.total ?? NaN));
  });

  it('gives the PDF of an invoice, of older ones too', async () => {
    const { api } = await cloud.customer({ postpaid: true, instances: 1, age: 100 });
    const { invoice_number: number = '', detail } = (await invoices(api)).data[0] ?? {};
    const { status, headers, text } = await pdf(api, number);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toContain(`${number}.pdf`);
    expect(text).toMatch(/^%PDF-1\.4[^]*%%EOF\n$/);
    expect(text).toContain(`Total Rp${detail?.total?.toLocaleString('id-ID')},00`);
    const oldest = (await deposits(api)).data.at(-1)?.description?.split(' ')[1] ?? '';
    expect((await pdf(api, oldest)).text).toContain(`(Invoice ${oldest}) Tj`);
    const other = await cloud.customer({ postpaid: true });
    expect((await pdf(other.api, number)).status).toBe(404);
  });

  it('needs no balance to order, and gets its next invoice on the first', async () => {
    const { api, tenant } = await cloud.customer({ postpaid: true });
    expect((await invoices(api)).data).toEqual([]);
    expect((await api('POST', '/instance/create', order)).status).toBe(200);
    await cloud.advance(tenant, 31 * 86_400);
    expect((await invoices(api)).data).toMatchObject([{ status: 'Not Paid' }]);
    await cloud.advance(tenant, 31 * 86_400);
    expect((await invoices(api)).data).toHaveLength(1);
    expect((await summary(api)).total_unpaid).toBe(2);
  });

  it('is not what the demo has', async () => {
    expect((await invoices(demo())).data).toEqual([]);
    expect(await summary(demo())).toMatchObject({ total_paid: 0, total_unpaid: 0 });
  });
});

it('money is only for keys with the billing scope', async () => {
  const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }] });
  const api = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
  for (const path of [
    'deposit/history',
    'deposit/1/details',
    'credit/history',
    'postpaid/summary',
    'postpaid/invoices',
    'postpaid/invoices/1/download',
  ])
    expect(await api('GET', `/billing/${path}`)).toMatchObject(noScope);
});

/** `2026-11` in Jakarta. */
const monthOf = (instant: string | null) =>
  new Date(Date.parse(instant ?? '') + 7 * 3_600_000).toISOString().slice(0, 7);

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
