import { expect, it } from 'vitest';
import { postpaidInvoice } from './account-invoice';
import { billedFor, figuresOf, type PlaceBills } from './bills';

const place = (name: string) => ({ key: `vps/${name}`, name });
const invoice = (status: string, total: number) =>
  postpaidInvoice(
    {
      id: null,
      invoice_number: `PP-2026-05-${total}`,
      description: null,
      detail: { amount: total, vat: 0, total },
      status,
      method: null,
      created_at: '2026-06-01T00:00:00Z',
    },
    place('a'),
  );
const bills = (name: string, more: Partial<PlaceBills>): PlaceBills => ({
  place: place(name),
  invoices: [],
  count: 0,
  thisMonth: null,
  lastMonth: null,
  ...more,
});

it('adds what the accounts tell, and names those that tell nothing', () => {
  const figures = figuresOf([
    bills('a', { thisMonth: 10.5, lastMonth: 100, invoices: [invoice('Paid', 400)] }),
    bills('b', { thisMonth: 0, invoices: [invoice('Not Paid', 50)] }),
    bills('c', {}),
  ]);
  expect(figures.thisMonth).toEqual({ amount: 10.5, without: ['c'] });
  expect(figures.lastMonth).toEqual({ amount: 100, without: ['b', 'c'] });
  expect(figures.invoices).toMatchObject({ count: 2, total: 450, paid: 400, left: 50 });
  expect(figuresOf([bills('c', {})]).thisMonth).toEqual({ amount: null, without: ['c'] });
});

it('knows nothing of a month without an invoice, and zero of an invoice of zero', () => {
  expect(billedFor([invoice('Paid', 0)], '2026-05')).toBe(0);
  expect(billedFor([invoice('Paid', 0)], '2026-04')).toBeNull();
});
