import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import {
  anySpent,
  invoicePoints,
  monthPoints,
  openInvoices,
  reportMonths,
  servicePoints,
} from './spending';

const report = (billing_periode: string | null, total: number | null, status = 'Settled') =>
  ({ billing_periode, total, status }) as Row<'D88'>;
const invoice = (more: Partial<Row<'A45'>>) =>
  ({ status: 'paid', amount: 0, ...more }) as Row<'A45'>;

describe('months of the reports', () => {
  it('are in order of time and mark the current month; a report without a month is left out', () => {
    const months = reportMonths([
      report('2026-04', 9, 'Ongoing'),
      report('2026-03', 41),
      report(null, 3),
      report('2026-02', null),
    ]);
    expect(monthPoints(months, 'en', 'so far')).toEqual([
      { x: 'Mar 2026', values: { amount: 41 } },
      { x: 'Apr 2026', values: { amount: 9 }, note: 'so far' },
    ]);
  });
  it('make no chart if nothing was spent', () => {
    expect(anySpent([report('2026-03', 0), report('2026-04', 0)])).toBe(false);
    expect(anySpent([report('2026-03', 0), report('2026-04', 5)])).toBe(true);
  });
  it('are at most twelve', () => {
    const all = Array.from({ length: 15 }, (_, index) => report(`20${10 + index}-01`, 1));
    expect(reportMonths(all)).toHaveLength(12);
    expect(reportMonths(all)[11]?.billing_periode).toBe('2024-01');
  });
});

describe('servicePoints', () => {
  it('puts the most expensive service first and leaves out those that cost nothing', () => {
    const services = [
      ['IP', 5],
      ['Instance', 50],
      ['Backup', 0],
    ].map(([service, total]) => ({ service, total, reports: [] }));
    expect(servicePoints({ services } as never).map(({ x }) => x)).toEqual(['Instance', 'IP']);
  });
});

describe('invoices', () => {
  it('are added by the month in Jakarta that they are for', () => {
    const points = invoicePoints(
      [
        invoice({ periode_started_date: '2026-03-31T17:00:00.000Z', amount_after_tax: 11 }),
        invoice({ periode_started_date: '2026-04-10T00:00:00.000Z', amount_after_tax: 22 }),
        invoice({ periode_started_date: '2026-02-28T17:00:00.000Z', subtotal: 5 }),
      ],
      'en',
    );
    expect(points).toEqual([
      { x: 'Mar 2026', values: { amount: 5 } },
      { x: 'Apr 2026', values: { amount: 33 } },
    ]);
  });
  it('are open until paid', () => {
    expect(
      openInvoices([
        invoice({}),
        invoice({ status: 'unpaid', amount: 70 }),
        invoice({ status: 'Void', amount: 9 }),
      ]),
    ).toEqual({ count: 1, amount: 70 });
  });
});
