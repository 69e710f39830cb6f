/** What an invoice of Awanio says: its state, its period, and what is left to pay. Pure; for server and browser. */
import type { Row } from '@/lib/contract/types';
import { exact, jakartaOffset, monthOf, number, rupiah } from '@/lib/format';
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

/** The period in words: `Jun 2026` for a whole month, else its days. Its end is the first instant after it. */
export function periodWords(
  of: Pick<Invoice, 'periode_started_date' | 'periode_ended_date'>,
  locale: Locale,
): string {
  const { periode_started_date: start, periode_ended_date: end } = of;
  const first = jakartaDay(start);
  const last = end === null ? null : new Date(Date.parse(end) - 1).toISOString();
  const lastDay = jakartaDay(last);
  if (first === null || lastDay === null) return dayWords(start ?? end, locale);
  const nextDay = jakartaDay(
    new Date(Date.parse(`${lastDay}T00:00:00+07:00`) + 86_400_000).toISOString(),
  );
  if (
    first.endsWith('-01') &&
    nextDay?.endsWith('-01') &&
    first.slice(0, 7) === lastDay.slice(0, 7)
  )
    return monthOf(first, locale);
  return `${dayWords(start, locale)} – ${dayWords(last, locale)}`;
}

/** A day of Jakarta in words, whatever the viewer's zone: due dates and periods are Jakarta's. `–` without one. */
export const dayWords = (iso: string | null, locale: Locale): string =>
  exact(iso, locale, jakartaOffset, 'date');

/** An amount in an invoice's own currency, which is rupiah unless the backend names another. */
export function amountIn(currency: string | null, amount: number | null, locale: Locale): string {
  if (isRupiah(currency) || amount === null) return rupiah(amount);
  return `${currency} ${number(amount, locale)}`;
}

/** Whether amounts are rupiah. */
export const isRupiah = (currency: string | null): boolean =>
  currency === null || currency.trim() === '' || /^idr$/i.test(currency.trim());
