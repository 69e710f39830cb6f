import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { readPlaceMonth, type MonthReader } from './read-month';
import { monthRow, totalsOf } from './month-sums';

const now = Date.parse('2026-07-10T00:00:00Z');
type Answers = Partial<Record<string, (query: Record<string, unknown>) => unknown>>;

/** A reader over answers by reference, which notes its calls and its progress. */
function readerOf(answers: Answers) {
  const calls: string[] = [];
  const told: [number, number][] = [];
  const ask = vi.fn(async (ref: string, { query = {} }: { query?: Record<string, unknown> }) => {
    calls.push(`${ref} ${String(query.page ?? '')}`.trim());
    const answer = answers[ref];
    if (!answer) throw problem('not_offered', 501, 'There is no such list.');
    return answer(query);
  });
  const reader = {
    ask,
    step: (_: string, take: () => Promise<unknown>) => take(),
    onProgress: (done: number, all: number) => told.push([done, all]),
    now,
  } as unknown as MonthReader;
  return { reader, calls, told, ask };
}

/** A page of a list. */
const page = (data: unknown[], last = 1) => ({ data, page: { last_page: last } });

const organization = { key: 'o/1', name: 'Kopi' };
const account = { key: 'vps/toko', name: 'Toko' };

const invoice = (uuid: string, month: string, made: string) => ({
  uuid,
  status: 'paid',
  due_date: null,
  currency: 'IDR',
  tax_amount: 11,
  amount_after_tax: 111,
  amount: 0,
  periode_started_date: `${month}-01T00:00:00+07:00`,
  created_at: made,
});

describe('a month of an organization', () => {
  it('reads pages until they are older, and takes the month’s invoices', async () => {
    const pages = [
      [invoice('c', '2026-07', '2026-07-09T00:00:00Z')],
      [
        invoice('b', '2026-06', '2026-07-01T00:00:00Z'),
        invoice('x', '2026-05', '2026-06-01T00:00:00Z'),
      ],
      [invoice('a', '2026-03', '2026-04-01T00:00:00Z')],
      [invoice('o', '2025-01', '2025-02-01T00:00:00Z')],
    ];
    const { reader, calls, told } = readerOf({
      A45: ({ page: at }) => page(pages[Number(at) - 1] ?? [], 4),
    });
    const read = await readPlaceMonth(organization, '2026-06', reader);
    expect(read.invoices.map(({ document }) => document)).toEqual(['b']);
    expect(read).toMatchObject({ more: false, account: null });
    expect(calls).toEqual(['A45 1', 'A45 2', 'A45 3']);
    expect(told.at(-1)).toEqual([3, 4]);
  });
  it('says that older invoices are left out after ten pages', async () => {
    const { reader, ask } = readerOf({
      A45: ({ page: at }) => page([invoice(String(at), '2026-07', '2026-07-09T00:00:00Z')], 40),
    });
    expect((await readPlaceMonth(organization, '2026-06', reader)).more).toBe(true);
    expect(ask).toHaveBeenCalledTimes(10);
  });
});

const movement = (id: number, at: string, type: string, amount: number, after: number) => ({
  ...{ id, type, description: 'x', amount, balance_after: after, created_at: at },
});

describe('a month of a VPS account', () => {
  const answers: Answers = {
    D84: () => page([]),
    D88: () => page([{ id: 1, billing_periode: '2026-06', total: 70 }]),
    D79: () =>
      page([
        {
          ...{ id: 'd1', invoice_number: 'DEP/1', status: 'SUCCESS', method: 'BCA' },
          detail: { amount: 500, vat: 55, payment_fee: 5 },
          created_at: '2026-05-31T17:30:00.000Z',
        },
        {
          ...{ id: 'd2', invoice_number: 'DEP/2', status: 'EXPIRED', method: 'BCA' },
          detail: { amount: 900, vat: 99, payment_fee: 5 },
          created_at: '2026-06-02T00:00:00.000Z',
        },
      ]),
  };
  const movements = [
    movement(3, '2026-06-20T00:00:00Z', 'Deduct', 70, 530),
    movement(2, '2026-05-31T17:30:00Z', 'Add', 500, 600), // 00:30 of 1 June in Jakarta
  ];
  it('reads all pages of movements, and the balance before them', async () => {
    const queries: unknown[] = [];
    const { reader, told } = readerOf({
      ...answers,
      D82: (query) => {
        queries.push(query);
        if (query.limit === 1) return page([movement(1, '2026-02-01T00:00:00Z', 'Add', 100, 100)]);
        return page(movements.slice(Number(query.page) - 1, Number(query.page)), 2);
      },
    });
    const read = await readPlaceMonth(account, '2026-06', reader);
    expect(read.account?.statement).toMatchObject({
      opening: 100,
      in: 500,
      out: 70,
      closing: 530,
      difference: 0,
    });
    expect(read.account).toMatchObject({ usage: 70, postpaid: false });
    expect(queries[0]).toEqual({ start: '2026-05-31', end: '2026-07-01', limit: 100, page: 1 });
    expect(queries.at(-1)).toEqual({ end: '2026-05-30', limit: 1, page: 1 });
    expect(told.at(-1)).toEqual([6, 6]);
    const row = monthRow(read);
    expect(row).toMatchObject({ count: 0, total: 0, deposits: 560, depositTax: 55 });
    expect(totalsOf([row, row]).deposits).toBe(1120);
  });
  it('needs no further call where a day before the month tells the balance', async () => {
    const before = movement(1, '2026-05-31T16:00:00Z', 'Add', 100, 100);
    const { reader, ask } = readerOf({ ...answers, D82: () => page([...movements, before]) });
    const read = await readPlaceMonth(account, '2026-06', reader);
    expect(read.account?.statement).toMatchObject({ opening: 100, difference: 0 });
    expect(ask).toHaveBeenCalledTimes(4);
  });
  it('takes an account without a list of postpaid invoices for prepaid, and hands on another failure', async () => {
    const { D84: _, ...others } = answers;
    const of = (more: Answers) => readerOf({ ...others, D82: () => page(movements), ...more });
    await expect(readPlaceMonth(account, '2026-06', of({}).reader)).resolves.toMatchObject({
      invoices: [],
    });
    const refused = () => {
      throw problem('no_access', 403, 'No.');
    };
    await expect(readPlaceMonth(account, '2026-06', of({ D84: refused }).reader)).rejects.toThrow(
      'No.',
    );
  });
});
