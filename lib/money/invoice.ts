/** What an invoice of Awanio says: its state, its period, and what is left to pay. Pure; for server and browser. */
import type { Row } from '@/lib/contract/types';
import { exact, jakartaOffset, monthOf, number, rate, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

type Invoice = Row<'A45'>;

/** The states that we tell apart. `nothing`: not paid, but nothing is to be paid, as on a credit note. */
export const invoiceStates = ['overdue', 'open', 'nothing', 'paid', 'cancelled'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** The state of an invoice. @param now milliseconds since 1970, which decides what is overdue */
export function invoiceState(
  { status, amount, due_date: due }: Pick<Invoice, 'status' | 'amount' | 'due_date'>,
  now: number,
): InvoiceState {
  const word = status?.trim() ?? '';
  if (/^(cancel\w*|void(ed)?)$/i.test(word)) return 'cancelled';
  if (/^(paid|settled)$/i.test(word)) return 'paid';
  if (!((amount ?? 0) > 0)) return 'nothing';
  return due !== null && Date.parse(due) < now ? 'overdue' : 'open';
}

/** What is left to pay, in rupiah. `amount` of a paid invoice is what was paid otherwise than from the balance. */
export function leftToPay(invoice: Pick<Invoice, 'status' | 'amount' | 'due_date'>): number {
  return invoiceState(invoice, 0) === 'open' ? (invoice.amount ?? 0) : 0;
}

/** The total of an invoice in rupiah, with tax and with what the balance has paid. Null if it isn't known. */
export function invoiceTotal(of: Invoice): number | null {
  return of.amount_after_tax ?? of.amount_after_discount ?? of.subtotal ?? of.amount;
}

/** The day in Jakarta, `2026-06-01`: a month begins there while it is still the evening before in UTC. */
export function jakartaDay(iso: string | null): string | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(time)) return null;
  return new Date(time + jakartaOffset * 60_000).toISOString().slice(0, 10);
}

/** The month that an invoice is for, `2026-06`: that of its period, or else the one in which it was made. */
export function invoiceMonth(
  of: Pick<Invoice, 'periode_started_date' | 'created_at'>,
): string | null {
  return jakartaDay(of.periode_started_date ?? of.created_at)?.slice(0, 7) ?? null;
}

/** The instant before another; null if it isn't one. */
function before(iso: string | null): string | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time - 1).toISOString();
}

/**
 * A span of days in words: `Jun 2026` for a whole month of Jakarta, else its first and its last day.
 * @param end the first instant after it
 */
export function spanWords(start: string | null, end: string | null, locale: Locale): string {
  const [first, last, after] = [start, before(end), end].map(jakartaDay);
  if (!first || !last || !after) return dayWords(start ?? end, locale);
  // A month may also be said to end a second before the next one begins.
  const next =
    after === last ? jakartaDay(new Date(Date.parse(after) + dayLong).toISOString()) : after;
  const whole =
    first.endsWith('-01') && next?.endsWith('-01') && first.slice(0, 7) === last.slice(0, 7);
  if (whole) return monthOf(first, locale);
  const [from, to] = [dayWords(start, locale), dayWords(before(end), locale)];
  return from === to ? from : `${from} – ${to}`;
}

const dayLong = 86_400_000;

/** The period of an invoice in words. */
export const periodWords = (
  of: Pick<Invoice, 'periode_started_date' | 'periode_ended_date'>,
  locale: Locale,
): string => spanWords(of.periode_started_date, of.periode_ended_date, locale);

/** A day of Jakarta in words, whatever the viewer's zone: due dates and periods are Jakarta's. `–` without one. */
export const dayWords = (iso: string | null, locale: Locale): string =>
  exact(iso, locale, jakartaOffset, 'date');

/** An amount in an invoice's own currency, which is rupiah unless the backend names another. */
export function amountIn(currency: string | null, amount: number | null, locale: Locale): string {
  if (isRupiah(currency) || amount === null) return rupiah(amount);
  return `${currency} ${number(amount, locale, 2)}`;
}

/** The price of a unit, to the cent, in an invoice's own currency. */
export const rateIn = (currency: string | null, amount: number | null, locale: Locale): string =>
  isRupiah(currency) ? rate(amount) : amountIn(currency, amount, locale);

/** Whether amounts are rupiah. */
export const isRupiah = (currency: string | null): boolean =>
  currency === null || currency.trim() === '' || /^idr$/i.test(currency.trim());
