import { describe, expect, it } from 'vitest';
import { awanioInvoice, postpaidInvoice, postpaidMonth, sumInvoices } from './account-invoice';
import { daysAround, dayBefore, movementOf, statementOf, type Movement } from './month-end';
import { isOver, monthsToChoose, readMonth } from './months';

describe('the month', () => {
  // 00:30 of 1 June in Jakarta, while it is still May in UTC.
  const now = Date.parse('2026-05-31T17:30:00Z');
  it('is the last one of Jakarta where the URL names none that can be chosen', () => {
    expect(readMonth(null, now)).toBe('2026-05');
    for (const odd of ['2026-07', '2026-13', '2026-6', 'x', '1999-01'])
      expect(readMonth(odd, now)).toBe('2026-05');
    expect(readMonth('2026-06', now)).toBe('2026-06');
    expect(monthsToChoose(now).slice(0, 2)).toEqual(['2026-06', '2026-05']);
    expect(monthsToChoose(Date.parse('2025-12-31T18:00:00Z'))[0]).toBe('2026-01');
    expect(monthsToChoose(now)).toHaveLength(36);
    expect(isOver('2026-05', now)).toBe(true);
    expect(isOver('2026-06', now)).toBe(false);
  });
  it('is read with a day more at each end', () => {
    expect(daysAround('2026-02')).toEqual({ start: '2026-01-31', end: '2026-03-01' });
    expect(dayBefore('2026-01')).toBe('2025-12-30');
  });
});

/** Movements, the newest first as D82 gives them, of amounts in the order of time. */
function movements(opening: number, ...of: [at: string, amount: number][]): Movement[] {
  let after = opening;
  return of
    .map(([at, amount], index) => {
      after += amount;
      return { id: String(index), at, amount, after, description: null };
    })
    .reverse();
}

describe('the statement', () => {
  const june = movements(
    100_000,
    ['2026-05-31T16:59:00Z', -1000], // 23:59 of 31 May in Jakarta
    ['2026-05-31T17:30:00Z', 500_000], // 00:30 of 1 June: June's, whatever UTC says
    ['2026-06-10T03:00:00Z', -20_000.5],
    ['2026-06-10T03:00:00Z', -0.1],
    ['2026-06-30T16:59:59Z', -79_999.4],
    ['2026-06-30T17:00:00Z', -1000], // July
  );
  it('opens, moves and closes at the borders of Jakarta, and agrees to the cent', () => {
    const { movements: rows, ...sums } = statementOf(june, '2026-06');
    expect(sums).toEqual({
      opening: 99_000,
      in: 500_000,
      out: 100_000,
      closing: 499_000,
      difference: 0,
      unclear: 0,
    });
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(statementOf([...june].reverse(), '2026-06')).toEqual({ ...sums, movements: rows });
    expect(statementOf([...june, ...june.slice(2)], '2026-06').in).toBe(500_000); // pages moved
  });
  it('tells the difference where a movement is missing', () => {
    expect(statementOf(june.toSpliced(3, 1), '2026-06').difference).toBe(-20_000.5);
  });
  it('opens with what the first movement tells where none is earlier, and stays with none', () => {
    expect(statementOf(june.slice(0, 5), '2026-06')).toMatchObject({
      opening: 99_000,
      difference: 0,
    });
    expect(statementOf(june.slice(5), '2026-06')).toMatchObject({
      opening: 99_000,
      closing: 99_000,
      difference: 0,
    });
    expect(statementOf([], '2026-06')).toMatchObject({ opening: null, difference: null });
  });
  it('counts what can’t be placed, and guesses no balance', () => {
    const odd = [{ id: 'x', at: null, amount: 5, after: 5, description: null }];
    expect(statementOf(odd, '2026-06')).toMatchObject({ unclear: 1, in: 0, opening: null });
    const silent = june.map((row) => ({ ...row, after: null }));
    expect(statementOf(silent, '2026-06')).toMatchObject({ closing: null, difference: null });
  });
  it('reads the way of a movement by its type, with a sign or without', () => {
    const row = { id: 1, description: 'Usage', balance_after: 10, created_at: null };
    const amount = (type: string | null, size: number | null) =>
      movementOf({ ...row, type, amount: size } as never).amount;
    expect(amount('Deduct', 1500)).toBe(-1500);
    expect(amount('Deduct', -1500)).toBe(-1500);
    expect(amount('Add', 1500)).toBe(1500);
    expect(amount(null, -5)).toBe(-5);
    expect(amount('Add', null)).toBeNull();
  });
});

const place = { key: 'vps/toko', name: 'Toko' };

describe('a postpaid invoice', () => {
  const row = {
    id: null,
    invoice_number: 'PP-2024-07-0003',
    description: 'Usage of July 2024',
    detail: { amount: 400_000, vat: 44_000, total: 444_000 },
    status: 'Not Paid',
    method: null,
    created_at: '2024-07-31T17:00:00.000Z',
  };
  it('is for the month that its words name, else for that in which it was made', () => {
    expect(postpaidMonth(row)).toBe('2024-07');
    expect(postpaidMonth({ ...row, description: 'Pemakaian Agustus 2024' })).toBe('2024-08');
    expect(postpaidMonth({ ...row, description: null })).toBe('2024-07');
    expect(postpaidMonth({ ...row, description: null, invoice_number: '20240731' })).toBe(
      '2024-08',
    );
  });
  it('is open until it is paid', () => {
    expect(postpaidInvoice(row, place)).toMatchObject({
      state: 'open',
      total: 444_000,
      tax: 44_000,
      left: 444_000,
      document: 'PP-2024-07-0003',
    });
    expect(postpaidInvoice({ ...row, status: 'Paid' }, place)).toMatchObject({
      state: 'paid',
      left: 0,
    });
    expect(postpaidInvoice({ ...row, detail: null }, place)).toMatchObject({
      state: 'nothing',
      total: null,
    });
  });
});

describe('sums of invoices', () => {
  const now = Date.parse('2026-07-15T00:00:00Z');
  const invoice = (more: object) =>
    awanioInvoice(
      {
        uuid: Math.random().toString(),
        status: 'paid',
        due_date: null,
        currency: 'IDR',
        subtotal: 100_000,
        amount_after_discount: 100_000,
        tax_amount: 11_000,
        amount_after_tax: 111_000,
        credit_from_balance: 111_000,
        amount: 0,
        periode_started_date: '2026-05-31T17:00:00.000Z',
        created_at: '2026-07-01T00:00:00Z',
        ...more,
      } as never,
      place,
      now,
    );
  it('add what is billed, paid and left, and count what is left out', () => {
    const all = [
      invoice({}),
      invoice({
        status: 'unpaid',
        credit_from_balance: 11_000,
        amount: 100_000,
        due_date: '2026-07-01T00:00:00Z',
      }),
      invoice({ status: 'unpaid', amount: 0, amount_after_tax: 0, tax_amount: 0 }),
      invoice({ status: 'unpaid', amount: -50_000, amount_after_tax: -50_000, tax_amount: -4955 }),
      invoice({ currency: 'USD' }),
      invoice({ status: 'void' }),
      invoice({
        subtotal: null,
        amount_after_discount: null,
        amount_after_tax: null,
        amount: null,
      }),
    ];
    expect(sumInvoices(all)).toEqual({
      count: 4,
      total: 172_000,
      tax: 17_045,
      paid: 122_000,
      left: 100_000,
      overdue: 100_000,
      foreign: 1,
      cancelled: 1,
      unknown: 1,
    });
    expect(all[0]?.month).toBe('2026-06');
  });
});
