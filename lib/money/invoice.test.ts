import { describe, expect, it } from 'vitest';
import { amountIn, invoiceMonth, invoiceState, leftToPay, periodWords, rateIn } from './invoice';
import { invoiceLines } from './invoice-lines';

const now = Date.parse('2026-06-15T00:00:00+07:00');
const of = (status: string | null, amount: number | null, due_date: string | null = null) => ({
  status,
  amount,
  due_date,
});

describe('the state of an invoice', () => {
  it('follows the word, the amount and the due date', () => {
    expect(invoiceState(of('paid', 10_000), now)).toBe('paid');
    expect(invoiceState(of('unpaid', 10_000, '2026-06-14T16:59:59.000Z'), now)).toBe('overdue');
    expect(invoiceState(of('pending', 10_000, '2026-06-20T16:59:59.000Z'), now)).toBe('open');
    expect(invoiceState(of('unpaid', 10_000), now)).toBe('open'); // a due date that isn't one
    expect(invoiceState(of('Cancelled', 10_000, '2026-01-01T00:00:00Z'), now)).toBe('cancelled');
  });
  it('asks for nothing on an invoice of zero and on a credit note', () => {
    for (const amount of [0, -5000, null]) {
      expect(invoiceState(of('unpaid', amount, '2026-01-01T00:00:00Z'), now)).toBe('nothing');
      expect(leftToPay(of('unpaid', amount))).toBe(0);
    }
  });
  it('leaves to pay what is open, also when it is overdue', () => {
    expect(leftToPay(of('unpaid', 10_000, '2020-01-01T00:00:00Z'))).toBe(10_000);
    expect(leftToPay(of('paid', 10_000))).toBe(0);
  });
});

describe('the period', () => {
  const period = (start: string | null, end: string | null) =>
    periodWords({ periode_started_date: start, periode_ended_date: end }, 'en');
  it('is a month where it is a whole one of Jakarta', () => {
    expect(period('2026-05-31T17:00:00.000Z', '2026-06-30T17:00:00.000Z')).toBe('Jun 2026');
    expect(period('2026-05-31T17:00:00.000Z', '2026-06-30T16:59:59.000Z')).toBe('Jun 2026');
  });
  it('is its days otherwise', () => {
    expect(period('2026-06-02T17:00:00.000Z', '2026-06-10T17:00:00.000Z')).toBe(
      '3 Jun 2026 – 10 Jun 2026',
    );
    expect(period('2026-06-02T17:00:00.000Z', null)).toBe('3 Jun 2026');
    expect(period('2026-06-02T17:00:00.000Z', '2026-06-03T17:00:00.000Z')).toBe('3 Jun 2026');
    expect(period(null, null)).toBe('–');
  });
  it('belongs to the month in Jakarta', () => {
    expect(invoiceMonth({ periode_started_date: '2026-05-31T17:00:00Z', created_at: null })).toBe(
      '2026-06',
    );
    expect(invoiceMonth({ periode_started_date: null, created_at: null })).toBeNull();
  });
});

describe('an amount', () => {
  it('is rupiah, unless the invoice names another currency', () => {
    expect(amountIn('IDR', 13_750, 'en')).toBe('Rp13.750');
    expect(amountIn(null, 13_750, 'id')).toBe('Rp13.750');
    expect(amountIn('USD', 12.5, 'en')).toBe('USD 12.5');
    expect(rateIn('IDR', 126.5, 'en')).toBe('Rp126,5');
    expect(rateIn('USD', 0.25, 'en')).toBe('USD 0.25');
  });
});

const whole = {
  ...of('unpaid', 15_263),
  currency: 'IDR',
  items: [{ amount: 10_000 }, { amount: 5000 }],
  subtotal: 15_000,
  discount_amount: 1250,
  amount_after_discount: 13_750,
  tax_amount: 1513,
  tax_in_percent: 11,
  amount_after_tax: 15_263,
  credit_from_balance: 0,
};
const shown = (invoice: typeof whole) =>
  invoiceLines(invoice).map(({ id, of: about, amount }) => [about ? `${id} ${about}` : id, amount]);

/** Adds the lines as a reader does. */
function addsUp(invoice: typeof whole) {
  let sum = 0;
  for (const { role, amount } of invoiceLines(invoice)) {
    if (role === 'add') sum += amount;
    if (role === 'sum') expect(amount).toBe(sum);
  }
}

describe('the lines of an invoice', () => {
  it('go from the items to what is due', () => {
    expect(shown(whole)).toEqual([
      ['items', 15_000],
      ['subtotal', 15_000],
      ['discount', -1250],
      ['afterDiscount', 13_750],
      ['otherBase', 12_604],
      ['tax', 1513],
      ['total', 15_263],
      ['due', 15_263],
    ]);
    addsUp(whole);
  });
  it('take the invoice’s own figures, and name what doesn’t agree', () => {
    const odd = {
      ...whole,
      tax_amount: 1512,
      amount_after_tax: 15_262,
      amount: 15_000,
      subtotal: 15_001,
    };
    expect(shown(odd)).toEqual([
      ['items', 15_000],
      ['difference subtotal', 1],
      ['subtotal', 15_001],
      ['discount', -1250],
      ['difference afterDiscount', -1],
      ['afterDiscount', 13_750],
      ['otherBase', 12_604],
      ['tax', 1513],
      ['difference tax', -1],
      ['total', 15_262],
      ['difference due', -262],
      ['due', 15_000],
    ]);
    addsUp(odd);
  });
  it('end at zero where the balance or somebody has paid', () => {
    const fromBalance = { ...whole, status: 'paid', credit_from_balance: 15_263, amount: 0 };
    expect(shown(fromBalance).slice(-3)).toEqual([
      ['total', 15_263],
      ['credit', -15_263],
      ['due', 0],
    ]);
    const otherwise = { ...whole, status: 'paid', credit_from_balance: 5263, amount: 10_000 };
    expect(shown(otherwise).slice(-3)).toEqual([
      ['credit', -5263],
      ['paid', -10_000],
      ['due', 0],
    ]);
    addsUp(otherwise);
  });
  it('stay short without discount and tax, and add up without the backend’s sums', () => {
    const bare = {
      ...whole,
      discount_amount: 0,
      amount_after_discount: null as never,
      tax_amount: 0,
      tax_in_percent: 0,
      amount_after_tax: null as never,
      amount: 15_000,
    };
    expect(shown(bare)).toEqual([
      ['items', 15_000],
      ['subtotal', 15_000],
      ['total', 15_000],
      ['due', 15_000],
    ]);
    addsUp({ ...bare, items: [{ amount: 0.4 }, { amount: 0.4 }], subtotal: 0.8, amount: 1 });
  });
  it('mirror a credit note, and keep the cents of another currency', () => {
    addsUp({ ...whole, subtotal: -15_000, amount: -16_650, tax_amount: -1650, discount_amount: 0 });
    const dollars = { ...whole, currency: 'USD', items: [{ amount: 0.1 }, { amount: 0.2 }] };
    expect(shown({ ...dollars, subtotal: 0.3 }).slice(0, 2)).toEqual([
      ['items', 0.3],
      ['subtotal', 0.3],
    ]);
  });
});
