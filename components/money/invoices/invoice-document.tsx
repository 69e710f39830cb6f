'use client';
import { useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { Foreign } from '@/components/ui/foreign';
import { KeyValue } from '@/components/ui/key-value';
import { Paper, PaperTitle } from '@/components/ui/paper';
import type { Result } from '@/lib/contract/types';
import { number } from '@/lib/format';
import {
  amountIn,
  dayWords,
  isRupiah,
  periodWords,
  rateIn,
  spanWords,
  type InvoiceState,
} from '@/lib/money/invoice';
import type { Buyer } from '@/lib/money/buyer';
import { kindWord, wordedAmount, wordedLines } from '@/lib/money/invoice-words';
import { sellerOf, type DocumentTerms } from '@/lib/money/seller';
import { taxNumberWords } from '@/lib/money/tax-number';
import { invoices } from '@/lib/resources/awanio';

type Detail = Result<'A46'>;
type Item = Detail['items'][number];

interface Shown {
  invoice: Detail;
  state: InvoiceState;
  /** What the operator's settings say on documents. */
  terms: DocumentTerms;
  /** The buyer that the person typed. */
  buyer: Buyer | null;
}

/** An invoice as a document: on paper it stands alone (`data-print`). Needs the messages `billing` and `documents`. */
export function InvoiceDocument(shown: Shown) {
  const { invoice, state, terms, buyer } = shown;
  const t = useTranslations('billing');
  const documents = useTranslations('documents');
  const { note } = invoice;
  const seller = sellerOf(terms, invoice);
  return (
    <Paper label={t('invoice')}>
      <header
        className={cx(
          'flex-wrap items-start justify-between gap-x-8 gap-y-3 print:flex',
          seller.name || seller.address ? 'flex' : 'hidden',
        )}
      >
        <PaperTitle
          kind={t('invoice')}
          number={invoices.name(invoice)}
          state={t(`states.${state}`)}
        />
        <Party {...seller} side="right">
          {seller.taxNumber ? documents('taxNumber', { number: seller.taxNumber }) : null}
        </Party>
      </header>
      {buyer ? (
        <div>
          <h2 className="text-faint text-sm font-normal">{documents('buyer')}</h2>
          <Party {...buyer}>
            {buyer.taxNumber
              ? documents('buyerTaxNumber', { number: taxNumberWords(buyer.taxNumber) })
              : null}
          </Party>
        </div>
      ) : null}
      <Facts invoice={invoice} />
      <Items invoice={invoice} />
      <Sums invoice={invoice} />
      {note ? (
        <div>
          <h2 className="text-faint text-sm font-normal">{t('note')}</h2>
          <p className="whitespace-pre-line">
            <Foreign text={note} />
          </p>
        </div>
      ) : null}
      <Remarks {...shown} />
    </Paper>
  );
}

/** The name and address of one side; the line of its tax number as children. Nothing without a name. */
function Party({
  name,
  address,
  side,
  children,
}: {
  name: string;
  address: string;
  side?: 'right';
  children: ReactNode;
}) {
  if (!name && !address) return null;
  return (
    <div className={cx('max-w-sm', side && 'print:text-right')}>
      <p className="font-semibold">
        <Foreign text={name} />
      </p>
      {address ? (
        <p className="text-muted whitespace-pre-line">
          <Foreign text={address} />
        </p>
      ) : null}
      {children ? <p>{children}</p> : null}
    </div>
  );
}

function Facts({ invoice }: { invoice: Detail }) {
  const t = useTranslations('billing');
  const locale = useLocale();
  const of = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : []);
  return (
    <KeyValue
      columns={2}
      pairs={[
        { term: t('billedTo'), value: invoice.billed_to },
        { term: t('period'), value: periodWords(invoice, locale) },
        ...of(t('address'), invoice.billing_address),
        { term: t('due'), value: dayWords(invoice.due_date, locale) },
        ...of(t('organization'), invoice.organization?.name),
        { term: t('made'), value: dayWords(invoice.created_at, locale) },
        ...of(t('method'), invoice.billing_method),
        ...of(t('currency'), isRupiah(invoice.currency) ? null : invoice.currency),
      ]}
    />
  );
}

function Items({ invoice: { items, currency } }: { invoice: Detail }) {
  const t = useTranslations('billing.items');
  const locale = useLocale();
  const billing = useTranslations('billing');
  const amount = (of: number | null) => amountIn(currency, of, locale);
  const percents = (name: 'discount_percent' | 'tax_in_percent', header: string) =>
    items.some((item) => item[name]) &&
    column.count<Item>(name, header, (item) => item[name], {
      cell: (item) => (item[name] ? `${number(item[name], locale, 2)} %` : '–'),
    });
  const rows = useMemo(() => items.map((item, index) => ({ ...item, index })), [items]);
  if (items.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <PlainTable<Item & { index: number }>
      caption={t('heading')}
      columns={[
        column.name('label', t('label'), ({ label, uuid }) => label ?? uuid, {
          beneath: ({ note }) =>
            note ? (
              <span className="text-faint block text-xs">
                <Foreign text={note} />
              </span>
            ) : null,
        }),
        column.text('kind', t('kind'), (item) =>
          [kindWord(item.resource_type, billing), item.pricing_type].filter(Boolean).join(' · '),
        ),
        column.text('dates', t('dates'), ({ started_date: from }) => from, {
          // It breaks between the two days only.
          cell: ({ started_date: from, ended_date: to }) =>
            spanWords(from, to, locale).replaceAll(' ', '\u00a0').replace('–\u00a0', '– '),
        }),
        column.count('quantity', t('quantity'), ({ quantity }) => quantity, {
          cell: ({ quantity, unit_price: unit }) =>
            [quantity === null ? '–' : number(quantity, locale, 2), unit]
              .filter(Boolean)
              .join(' × '),
        }),
        column.money('price', t('price'), ({ price_per_unit: price }) => price, {
          at: 'rest',
          cell: ({ price_per_unit: price }) => rateIn(currency, price, locale),
        }),
        percents('discount_percent', t('discount')),
        percents('tax_in_percent', t('tax')),
        column.money('amount', t('amount'), (item) => item.amount, {
          cell: (item) => amount(item.amount),
        }),
      ]}
      rows={rows}
      rowId={({ index }) => String(index)}
    />
  );
}

/** The lines from subtotal to what is due. They add up. */
function Sums({ invoice }: { invoice: Detail }) {
  const t = useTranslations('billing');
  const locale = useLocale();
  const lines = useMemo(() => wordedLines(invoice, t, locale), [invoice, t, locale]);
  return (
    <dl className="ml-auto w-full max-w-md">
      {lines.map(({ label, amount, role }, at) => (
        <div
          key={at}
          className={cx(
            'flex justify-between gap-6 py-1',
            role === 'sum' && 'border-line border-t font-semibold',
            role === 'note' && 'text-muted',
          )}
        >
          <dt>{label}</dt>
          <dd className="tabular text-right whitespace-nowrap">{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The amount in words, and whether this is a tax document. */
function Remarks({ invoice, state, terms }: Shown) {
  const t = useTranslations('billing');
  const documents = useTranslations('documents');
  const locale = useLocale();
  const worded = wordedAmount(invoice, state, t, locale);
  return (
    <>
      {worded ? <p>{documents('inWords', { amount: worded.label, words: worded.words })}</p> : null}
      {terms.taxNote ? (
        <p className="text-muted">
          <Foreign text={terms.taxNote} />
        </p>
      ) : null}
    </>
  );
}
