/** Makes chart points of the backends' own reports and invoices. Months that they leave out are not guessed. Pure. */
import type { ChartPoint } from '@/components/parts/charts/chart';
import type { Result, Row } from '@/lib/contract/types';
import { monthOf } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { invoiceMonth, invoiceTotal, leftToPay } from '@/lib/money/invoice';

/** How many months a chart shows. */
export const mostMonths = 12;

type Report = Row<'D88'>;

/** The reports of the latest months, oldest first; those that name no month are left out. */
export function reportMonths(reports: readonly Report[]): Report[] {
  return reports
    .filter((report) => report.billing_periode !== null && report.total !== null)
    .sort((a, b) => (a.billing_periode ?? '').localeCompare(b.billing_periode ?? ''))
    .slice(-mostMonths);
}

/** Whether anything was spent. A chart of zeros isn't drawn. */
export const anySpent = (reports: readonly Report[]) => reports.some(({ total }) => total !== 0);

/** Whether the month isn't over, or isn't charged completely. */
const ongoing = ({ status }: Report) => status?.toLowerCase() === 'ongoing';

/** The bars of the months, in rupiah. `soFar` adds to the label that a month isn't complete. */
export function monthPoints(
  reports: readonly Report[],
  language: Locale,
  soFar: string,
): ChartPoint[] {
  return reports.map((report) => ({
    x: monthOf(report.billing_periode ?? '', language),
    values: { amount: report.total },
    note: ongoing(report) ? soFar : undefined,
  }));
}

/** The bars of a month's services, the most expensive first. */
export function servicePoints({ services }: Pick<Result<'D89'>, 'services'>): ChartPoint[] {
  return [...services]
    .filter(({ service, total }) => service !== null && total !== null && total > 0)
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0))
    .map(({ service, total }) => ({ x: service ?? '', values: { amount: total } }));
}

type Invoice = Row<'A45'>;

/** The bars of invoices by the month that they are for, oldest first. Invoices of one month are added. */
export function invoicePoints(invoices: readonly Invoice[], language: Locale): ChartPoint[] {
  const months = new Map<string, number>();
  for (const each of invoices) {
    const month = invoiceMonth(each);
    const total = invoiceTotal(each);
    if (month === null || total === null) continue;
    months.set(month, (months.get(month) ?? 0) + total);
  }
  return [...months]
    .sort(([a], [b]) => a.localeCompare(b))
    .slice(-mostMonths)
    .map(([month, amount]) => ({ x: monthOf(month, language), values: { amount } }));
}

/** Counts and adds up (rupiah) the invoices that aren't paid yet. */
export function openInvoices(invoices: readonly Invoice[]): { count: number; amount: number } {
  const open = invoices.map(leftToPay).filter((amount) => amount > 0);
  return { count: open.length, amount: open.reduce((sum, amount) => sum + amount, 0) };
}
