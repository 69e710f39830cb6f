/**
 * An invoice of any account in one form: Awanio's of an organization (A45), DewaVPS's of a postpaid account (D84). Pure;
 * for server and browser. Deposits are no invoices.
 */
import type { Row } from '@/lib/contract/types';
import {
  invoiceMonth,
  invoiceState,
  invoiceTotal,
  isRupiah,
  jakartaDay,
  leftToPay,
  type InvoiceState,
} from './invoice';
import { added } from './sum';

/** An account whose bills are read. */
export interface BilledPlace {
  /** The key of its scope: `o/<organization's uuid>`, `vps/<slug>`. */
  key: string;
  name: string;
}

export interface AccountInvoice {
  /** Unique among all accounts. */
  id: string;
  /** The key of the account's scope, and the account's name. */
  place: string;
  name: string;
  /** The id by which the invoice is read and downloaded. */
  document: string;
  number: string;
  state: InvoiceState;
  /** The month that it is for, `2026-06`; null if nothing tells it. */
  month: string | null;
  /** Its period: the first instant, and the first instant after it. DewaVPS names none. */
  start: string | null;
  end: string | null;
  /** Null where the provider names no due date. */
  due: string | null;
  /** With tax. Null if it isn't known. */
  total: number | null;
  tax: number | null;
  left: number;
  /** Null is rupiah. */
  currency: string | null;
  made: string | null;
}

/** The invoice of an organization. @param now milliseconds since 1970, which decides what is overdue */
export function awanioInvoice(row: Row<'A45'>, of: BilledPlace, now: number): AccountInvoice {
  return {
    id: `${of.key}/${row.uuid}`,
    place: of.key,
    name: of.name,
    document: row.uuid,
    number: row.number || row.uuid,
    state: invoiceState(row, now),
    month: invoiceMonth(row),
    start: row.periode_started_date,
    end: row.periode_ended_date,
    due: row.due_date,
    total: invoiceTotal(row),
    tax: row.tax_amount,
    left: leftToPay(row),
    currency: isRupiah(row.currency) ? null : row.currency,
    made: row.created_at,
  };
}

/** The first three letters of the months, in English and in Bahasa Indonesia. */
const monthWords = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ofIndonesian: Readonly<Record<string, string>> = {
  mei: 'may',
  agu: 'aug',
  ags: 'aug',
  okt: 'oct',
  des: 'dec',
};

type Postpaid = Row<'D84'>;

/**
 * The month that an invoice of DewaVPS is for. The API has no field for it: it stands in the description (`Usage of July
 * 2024`) or the number (`PP-2024-07-0003`). Where neither tells it, it is the month in which the invoice was made.
 */
export function postpaidMonth({
  description,
  invoice_number: number,
  created_at: made,
}: Pick<Postpaid, 'description' | 'invoice_number' | 'created_at'>): string | null {
  const [, word, year] = /\b([a-z]{3})[a-z]*\s+(20\d\d)\b/i.exec(description ?? '') ?? [];
  const short = word?.toLowerCase() ?? '';
  const at = monthWords.indexOf(ofIndonesian[short] ?? short);
  if (year && at >= 0) return `${year}-${String(at + 1).padStart(2, '0')}`;
  const [inNumber] = /(?<!\d)20\d\d-(0[1-9]|1[0-2])(?!\d)/.exec(number) ?? [];
  return inNumber ?? jakartaDay(made)?.slice(0, 7) ?? null;
}

/** The invoice of a postpaid account. DewaVPS names no due date, so nothing of it is overdue for us. */
export function postpaidInvoice(row: Postpaid, of: BilledPlace): AccountInvoice {
  const { amount = null, vat = null, total = null } = row.detail ?? {};
  const whole = total ?? (amount === null ? null : added([amount, vat ?? 0]));
  const state = invoiceState({ status: row.status, amount: whole, due_date: null }, 0);
  return {
    id: `${of.key}/${row.invoice_number}`,
    place: of.key,
    name: of.name,
    document: row.id ?? row.invoice_number,
    number: row.invoice_number,
    state,
    month: postpaidMonth(row),
    start: null,
    end: null,
    due: null,
    total: whole,
    tax: vat,
    left: state === 'open' ? (whole ?? 0) : 0,
    currency: null,
    made: row.created_at,
  };
}

/** The sums of invoices, in rupiah. What they leave out is counted. */
export interface InvoiceSums {
  /** The invoices that are added. */
  count: number;
  total: number;
  tax: number;
  /** What was paid, from the balance or otherwise. */
  paid: number;
  /** What is left to pay, and the part of it that is overdue. */
  left: number;
  overdue: number;
  /** Not added: invoices in another currency, cancelled ones, and ones whose total isn't known. */
  foreign: number;
  cancelled: number;
  unknown: number;
}

/** What was paid of an invoice. Nothing of one where nothing is to be paid, such as a credit note. */
export const paidOf = ({ state, total, left }: AccountInvoice): number =>
  state === 'nothing' || state === 'cancelled' ? 0 : added([total ?? 0, -left]);

/** Adds invoices up. */
export function sumInvoices(invoices: readonly AccountInvoice[]): InvoiceSums {
  const cancelled = invoices.filter(({ state }) => state === 'cancelled');
  const valid = invoices.filter(({ state }) => state !== 'cancelled');
  const rupiah = valid.filter(({ currency }) => currency === null);
  const known = rupiah.filter(({ total }) => total !== null);
  const of = (value: (invoice: AccountInvoice) => number | null) =>
    added(known.map((invoice) => value(invoice) ?? 0));
  return {
    count: known.length,
    total: of(({ total }) => total),
    tax: of(({ tax }) => tax),
    paid: of(paidOf),
    left: of(({ left }) => left),
    overdue: of(({ state, left }) => (state === 'overdue' ? left : 0)),
    foreign: valid.length - rupiah.length,
    cancelled: cancelled.length,
    unknown: rupiah.length - known.length,
  };
}
