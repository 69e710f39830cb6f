/** What is known of the bills of several accounts, and the figures over all of them. Pure. */
import {
  sumInvoices,
  type AccountInvoice,
  type BilledPlace,
  type InvoiceSums,
} from './account-invoice';
import { added } from './sum';

/** What was read of an account's bills. */
export interface PlaceBills {
  place: BilledPlace;
  invoices: readonly AccountInvoice[];
  /** How many invoices the provider has in all; null if it doesn't tell. */
  count: number | null;
  /** What this month has cost so far, in rupiah. Null where the provider doesn't tell it. */
  thisMonth: number | null;
  /** What the last month cost, by its report or its invoices. Null if there is none. */
  lastMonth: number | null;
}

/** A figure over several accounts, in rupiah. */
export interface Figure {
  /** Null if no account tells it. */
  amount: number | null;
  /** The names of the accounts that aren't in it. */
  without: string[];
}

export interface Figures {
  thisMonth: Figure;
  lastMonth: Figure;
  /** Of the invoices that were read. */
  invoices: InvoiceSums;
}

/** What the invoices for a month sum up to; null without one whose sum is known. */
export function billedFor(invoices: readonly AccountInvoice[], month: string): number | null {
  const { count, total } = sumInvoices(invoices.filter((invoice) => invoice.month === month));
  return count === 0 ? null : total;
}

function figure(bills: readonly PlaceBills[], of: (bills: PlaceBills) => number | null): Figure {
  const known = bills.flatMap((each) => of(each) ?? []);
  return {
    amount: known.length === 0 ? null : added(known),
    without: bills.filter((each) => of(each) === null).map(({ place }) => place.name),
  };
}

/** Adds up over all accounts. An account that doesn't tell a figure is named, never counted as zero. */
export const figuresOf = (bills: readonly PlaceBills[]): Figures => ({
  thisMonth: figure(bills, ({ thisMonth }) => thisMonth),
  lastMonth: figure(bills, ({ lastMonth }) => lastMonth),
  invoices: sumInvoices(bills.flatMap(({ invoices }) => invoices)),
});
