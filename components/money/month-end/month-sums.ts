/** The figures of a month in one row an account, and their totals. Pure. */
import { sumInvoices, type InvoiceSums } from '@/lib/money/account-invoice';
import { added } from '@/lib/money/sum';
import type { PlaceMonth } from './read-month';

/** A row of the table over all accounts. Amounts in rupiah. */
export interface MonthRow extends InvoiceSums {
  key: string;
  name: string;
  /** What was paid for deposits, with tax and fee, and the tax in it; null for an organization. */
  deposits: number | null;
  depositTax: number | null;
}

/** The figures of an account. */
export function monthRow({ place, invoices, account }: PlaceMonth): MonthRow {
  const of = (amounts: readonly (number | null)[]) => added(amounts.map((amount) => amount ?? 0));
  const sums = (deposits: NonNullable<typeof account>['deposits']) => ({
    deposits: of(deposits.flatMap(({ amount, tax, fee }) => [amount, tax, fee])),
    depositTax: of(deposits.map(({ tax }) => tax)),
  });
  return {
    key: place.key,
    name: place.name,
    ...sumInvoices(invoices),
    ...(account ? sums(account.deposits) : { deposits: null, depositTax: null }),
  };
}

const summed = [
  'count',
  'total',
  'tax',
  'paid',
  'left',
  'overdue',
  'foreign',
  'cancelled',
  'unknown',
  'deposits',
  'depositTax',
] as const;

/** The totals of rows. */
export type MonthTotals = Record<(typeof summed)[number], number>;

/** Adds rows up. */
export const totalsOf = (rows: readonly MonthRow[]): MonthTotals =>
  Object.fromEntries(
    summed.map((name) => [name, added(rows.map((row) => row[name] ?? 0))]),
  ) as MonthTotals;

/** Adds balances up; null if one of them isn't known. */
export function addedBalances(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : added(known);
}
