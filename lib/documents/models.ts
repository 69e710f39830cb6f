/** Makes of the provider's data the documents that are drawn. Pure but for the words that are handed in. */
import type { createTranslator } from 'use-intl/core';
import type { Result, Row } from '@/lib/contract/types';
import { exact, jakartaOffset, number, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import type { AllMessages } from '@/lib/intl/namespaces';
import { amountInWords } from '@/lib/money/amount-words';
import type { Buyer } from '@/lib/money/buyer';
import { depositState } from '@/lib/money/deposit';
import {
  amountIn,
  dayWords,
  invoiceState,
  isRupiah,
  periodWords,
  rateIn,
  spanWords,
} from '@/lib/money/invoice';
import { kindWord, wordedAmount, wordedLines, type BillingText } from '@/lib/money/invoice-words';
import { sellerOf, type DocumentTerms, type Seller } from '@/lib/money/seller';
import { taxNumberWords } from '@/lib/money/tax-number';
import { invoices } from '@/lib/resources/awanio';
import type { DocumentCell, DocumentColumn, DocumentModel, DocumentParty } from './document';

export type DocumentText = ReturnType<typeof createTranslator<AllMessages, 'documents'>>;

/** What all documents are made with. */
export interface DocumentContext {
  language: Locale;
  /** Words of `billing` and `documents` in the language. */
  billing: BillingText;
  text: DocumentText;
  terms: DocumentTerms;
  /** The buyer that the person typed. */
  buyer: Buyer | null;
  /** The provider's name, for the last line. */
  provider: string;
  /** Milliseconds since 1970. */
  now: number;
}

const sellerParty = ({ name, address, taxNumber }: Seller, t: DocumentText): DocumentParty => ({
  name,
  address,
  taxNumber: taxNumber === '' ? '' : t('taxNumber', { number: taxNumber }),
});

/** The seller of the settings; DewaVPS's answers name no company, so without one it is the provider's name. */
const ownSeller = ({ terms, provider }: DocumentContext): Seller =>
  sellerOf(terms, { company_name: provider, company_address: null });

/** The typed buyer, or else what the provider's data says. */
function buyerParty(
  { buyer, text: t }: DocumentContext,
  name: string,
  address = '',
): DocumentParty {
  if (!buyer) return { name, address, taxNumber: '' };
  const { taxNumber } = buyer;
  const words = taxNumber === '' ? '' : t('buyerTaxNumber', { number: taxNumberWords(taxNumber) });
  return { name: buyer.name, address: buyer.address, taxNumber: words };
}

/** What is the same in every document. */
function common({ text: t, language, provider, now }: DocumentContext) {
  const at = new Date(now);
  const day = exact(at.toISOString(), language, jakartaOffset);
  return {
    buyerTitle: t('buyer'),
    footer: t('made', { provider, day }),
    pageWords: (page: number, pages: number) => t('page', { page, pages }),
    language,
    at,
  };
}

const facts = (...pairs: [term: string, value: string | null | undefined][]) =>
  pairs.flatMap(([term, value]) => (value ? [{ term, value }] : []));

const columnsOf = (t: DocumentText): DocumentColumn[] => [
  { header: t('item'), width: 36, align: 'left' },
  { header: t('days'), width: 17, align: 'left' },
  { header: t('quantity'), width: 15, align: 'right' },
  { header: t('price'), width: 15, align: 'right' },
  { header: t('amount'), width: 17, align: 'right' },
];

type Item = Result<'A46'>['items'][number];

function itemCells(item: Item, currency: string | null, context: DocumentContext): DocumentCell[] {
  const { language, text: t, billing } = context;
  const percent = (of: number) => number(of, language, 2);
  const beneath = [
    kindWord(item.resource_type, billing),
    item.pricing_type,
    item.note,
    item.discount_percent ? t('itemDiscount', { percent: percent(item.discount_percent) }) : null,
    item.tax_in_percent ? t('itemTax', { percent: percent(item.tax_in_percent) }) : null,
  ];
  const quantity = item.quantity === null ? '–' : number(item.quantity, language, 2);
  return [
    { text: item.label ?? item.uuid, beneath: beneath.filter(Boolean).join(' · ') },
    { text: spanWords(item.started_date, item.ended_date, language) },
    { text: [quantity, item.unit_price].filter(Boolean).join(' × ') },
    { text: rateIn(currency, item.price_per_unit, language) },
    { text: amountIn(currency, item.amount, language) },
  ];
}

/** The document of an invoice of Awanio. */
export function invoiceModel(invoice: Result<'A46'>, context: DocumentContext): DocumentModel {
  const { language, billing: b, text: t, terms, now } = context;
  const state = invoiceState(invoice, now);
  const worded = wordedAmount(invoice, state, b, language);
  return {
    ...common(context),
    title: b('invoice'),
    number: invoices.name(invoice),
    state: b(`states.${state}`),
    seller: sellerParty(sellerOf(terms, invoice), t),
    buyer: buyerParty(
      context,
      invoice.billed_to ?? invoice.organization?.name ?? '',
      invoice.billing_address ?? '',
    ),
    facts: facts(
      [b('made'), dayWords(invoice.created_at, language)],
      [b('period'), periodWords(invoice, language)],
      [b('due'), dayWords(invoice.due_date, language)],
      [b('organization'), invoice.organization?.name],
      [b('method'), invoice.billing_method],
      [b('currency'), isRupiah(invoice.currency) ? null : invoice.currency],
    ),
    columns: columnsOf(t),
    rows: invoice.items.map((item) => itemCells(item, invoice.currency, context)),
    noRows: b('items.none'),
    sums: wordedLines(invoice, b, language),
    remarks: [
      worded ? t('inWords', { amount: worded.label, words: worded.words }) : '',
      invoice.note ?? '',
      terms.taxNote,
    ],
  };
}

type Sum = DocumentModel['sums'][number];

/** Lines in rupiah that add up to a total: what doesn't agree with it is a line of its own. */
function rupiahSums(
  parts: readonly [label: string, amount: number | null | undefined][],
  total: { label: string; said: number | null | undefined; difference: string },
): { sums: Sum[]; total: number } {
  const known = parts.flatMap(([label, amount]) =>
    amount === null || amount === undefined ? [] : [{ label, whole: Math.round(amount) }],
  );
  const made = known.reduce((sum, { whole }) => sum + whole, 0);
  const said = Math.round(total.said ?? made);
  const lines = said === made ? known : [...known, { label: total.difference, whole: said - made }];
  return {
    total: said,
    sums: [
      ...lines.map(({ label, whole }): Sum => ({ label, amount: rupiah(whole), role: 'add' })),
      { label: total.label, amount: rupiah(said), role: 'sum' },
    ],
  };
}

const totalInWords = (label: string, total: number, { text: t, language }: DocumentContext) => {
  const words = amountInWords(null, total, language);
  return words === null ? '' : t('inWords', { amount: label, words });
};

/** The document of a postpaid invoice, of its row in D84. @param account the account's label */
export function postpaidModel(
  invoice: Row<'D84'>,
  account: string,
  context: DocumentContext,
): DocumentModel {
  const { language, text: t, terms } = context;
  const { sums, total } = rupiahSums(
    [
      [t('postpaid.usage'), invoice.detail?.amount],
      [t('postpaid.tax'), invoice.detail?.vat],
    ],
    {
      label: t('postpaid.total'),
      said: invoice.detail?.total,
      difference: t('postpaid.difference'),
    },
  );
  return {
    ...common(context),
    title: t('postpaid.title'),
    number: invoice.invoice_number,
    state: invoice.status ?? '',
    seller: sellerParty(ownSeller(context), t),
    buyer: buyerParty(context, account),
    facts: facts(
      [t('postpaid.made'), dayWords(invoice.created_at, language)],
      [t('postpaid.method'), invoice.method],
    ),
    columns: [],
    rows: [],
    noRows: invoice.description ?? '',
    sums,
    remarks: [totalInWords(t('postpaid.total'), total, context), terms.taxNote],
  };
}

/** What a receipt says of a deposit. */
function paidOrNot(deposit: Result<'D81'>, now: number): 'paid' | 'open' | 'over' | 'back' {
  const state = depositState(deposit, now);
  if (state === 'paid') return 'paid';
  if (state === 'refunded' || state === 'charged-back') return 'back';
  return state === 'waiting' ? 'open' : 'over';
}

/** The receipt of a deposit, of D81. One that isn't paid says so in its title. @param account the account's label */
export function receiptModel(
  deposit: Result<'D81'>,
  account: string,
  context: DocumentContext,
): DocumentModel {
  const { language, text: t, terms, now } = context;
  const state = paidOrNot(deposit, now);
  const { sums, total } = rupiahSums(
    [
      [t('receipt.amount'), deposit.detail?.amount],
      [t('receipt.tax'), deposit.detail?.vat],
      [t('receipt.fee'), deposit.detail?.payment_fee],
    ],
    { label: t('receipt.total'), said: null, difference: '' },
  );
  return {
    ...common(context),
    title: state === 'paid' ? t('receipt.title') : t('receipt.notPaid'),
    number: deposit.code ?? '',
    state: t(`receipt.states.${state}`),
    seller: sellerParty(ownSeller(context), t),
    buyer: buyerParty(context, account),
    facts: facts(
      [t('receipt.method'), deposit.method],
      [t('receipt.account'), deposit.va_number],
      [t('receipt.until'), state === 'open' ? exact(deposit.expired_at, language) : null],
    ),
    columns: [],
    rows: [],
    noRows: '',
    sums,
    remarks: [totalInWords(t('receipt.total'), total, context), terms.taxNote],
  };
}
