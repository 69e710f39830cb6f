/** The words of an invoice's lines, the same on screen and on paper. */
import type { useTranslations } from 'use-intl';
import type { Result } from '@/lib/contract/types';
import { number } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { amountInWords } from './amount-words';
import { amountIn, type InvoiceState } from './invoice';
import { invoiceLines, type InvoiceLine } from './invoice-lines';

export type BillingText = ReturnType<typeof useTranslations<'billing'>>;
type Invoice = Result<'A46'>;

/** A line of the sum, in words. */
export interface WordedLine {
  label: string;
  amount: string;
  role: InvoiceLine['role'];
}

const percentWords = (percent: number, locale: Locale) => `${number(percent, locale, 2)} %`;

/** How a discount is made up: ` (10 %, Rp5.000)`; empty if the invoice doesn't say. */
function discountOf(invoice: Invoice, locale: Locale): string {
  const { discount_in_percent: percent, discount_in_price: price, currency } = invoice;
  const parts = [
    ...(percent ? [percentWords(percent, locale)] : []),
    ...(price ? [amountIn(currency, price, locale)] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function labelOf(line: InvoiceLine, invoice: Invoice, t: BillingText, locale: Locale): string {
  if (line.id === 'difference') return t(`differences.${line.of ?? 'due'}`);
  if (line.id === 'discount') return t('lines.discount') + discountOf(invoice, locale);
  if (line.id !== 'tax') return t(`lines.${line.id}`);
  if (!line.percent) return t('lines.otherTax');
  return t('lines.tax', { percent: number(line.percent, locale, 2) });
}

/** The lines from subtotal to what is due. They add up. What the items make is told only where the subtotal differs. */
export function wordedLines(invoice: Invoice, t: BillingText, locale: Locale): WordedLine[] {
  const lines = invoiceLines(invoice);
  const told = lines.filter(({ id }, at) => id !== 'items' || lines[at + 1]?.id === 'difference');
  return told.map((line) => ({
    label: labelOf(line, invoice, t, locale),
    amount: amountIn(invoice.currency, line.amount, locale),
    role: line.role,
  }));
}

/**
 * The amount that stands in words: what is left to pay, or else the total.
 * @returns null where it can't be written
 */
export function wordedAmount(
  invoice: Invoice,
  state: InvoiceState,
  t: BillingText,
  locale: Locale,
): { label: string; words: string } | null {
  const wanted = state === 'open' || state === 'overdue' ? 'due' : 'total';
  const line = invoiceLines(invoice).find(({ id }) => id === wanted);
  const words = line && amountInWords(invoice.currency, line.amount, locale);
  return words ? { label: t(`lines.${wanted}`), words } : null;
}

/** The word of a kind of thing; what we don't know is as the provider says. */
export function kindWord(kind: string | null, t: BillingText): string | null {
  const known: Record<string, string> = {
    vm: t('kinds.vm'),
    volume: t('kinds.volume'),
    ipaddress: t('kinds.ipaddress'),
    baremetal: t('kinds.baremetal'),
    kubernetes: t('kinds.kubernetes'),
  };
  return kind !== null && Object.hasOwn(known, kind) ? (known[kind] ?? kind) : kind;
}
