'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { cx } from '@/components/ui/cx';
import { Foreign } from '@/components/ui/foreign';
import { KeyValue } from '@/components/ui/key-value';
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
import { invoiceLines, type InvoiceLine } from '@/lib/money/invoice-lines';
import { invoices } from '@/lib/resources/awanio';

type Detail = Result<'A46'>;
type Item = Detail['items'][number];

/** An invoice as a document: on paper it stands alone (`data-print`). Needs the messages `billing`. */
export function InvoiceDocument({ invoice, state }: { invoice: Detail; state: InvoiceState }) {
  const t = useTranslations('billing');
  const { company_name: seller, company_address: address, note } = invoice;
  return (
    <article
      data-print=""
      aria-label={t('invoice')}
      className="border-line bg-surface flex flex-col gap-6 rounded-md border p-4 sm:p-8 print:border-0 print:p-0"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div>
          <p className="text-faint text-sm">{t('invoice')}</p>
          <h2 className="text-lg break-all">
            <Foreign text={invoices.name(invoice)} />
          </h2>
          <p>{t(`states.${state}`)}</p>
        </div>
        {seller || address ? (
          <div className="max-w-sm sm:text-right">
            <p className="font-semibold">
              <Foreign text={seller ?? ''} />
            </p>
            <p className="text-muted whitespace-pre-line">
              <Foreign text={address ?? ''} />
            </p>
          </div>
        ) : null}
      </header>
      <Facts invoice={invoice} />
      <Items invoice={invoice} />
      <Sums invoice={invoice} />
      {note ? (
        <div>
          <h3 className="text-faint text-sm font-normal">{t('note')}</h3>
          <p className="whitespace-pre-line">
            <Foreign text={note} />
          </p>
        </div>
      ) : null}
    </article>
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

/** The words of the kinds of things that we know; others are shown as the provider says. */
function useKindWords() {
  const t = useTranslations('billing.kinds');
  return (kind: string | null): string | null => {
    const known: Record<string, string> = {
      vm: t('vm'),
      volume: t('volume'),
      ipaddress: t('ipaddress'),
      baremetal: t('baremetal'),
      kubernetes: t('kubernetes'),
    };
    return known[kind ?? ''] ?? kind;
  };
}

function Items({ invoice: { items, currency } }: { invoice: Detail }) {
  const t = useTranslations('billing.items');
  const locale = useLocale();
  const kindOf = useKindWords();
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
      scrolls
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
          [kindOf(item.resource_type), item.pricing_type].filter(Boolean).join(' · '),
        ),
        column.text('dates', t('dates'), ({ started_date: from }) => from, {
          cell: ({ started_date: from, ended_date: to }) => spanWords(from, to, locale),
        }),
        column.count('quantity', t('quantity'), ({ quantity }) => quantity, {
          cell: ({ quantity, unit_price: unit }) =>
            [quantity === null ? '–' : number(quantity, locale, 2), unit]
              .filter(Boolean)
              .join(' × '),
        }),
        column.money('price', t('price'), ({ price_per_unit: price }) => price, {
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
  const lines = useMemo(() => invoiceLines(invoice), [invoice]);
  // What the items make is told only where the subtotal differs.
  const told = lines.filter(({ id }, at) => id !== 'items' || lines[at + 1]?.id === 'difference');
  const words = (line: InvoiceLine): string => {
    if (line.id === 'difference') return t(`differences.${line.of ?? 'due'}`);
    if (line.id === 'discount') return [t('lines.discount'), discountOf(invoice)].join(' ');
    if (line.id === 'tax')
      return line.percent
        ? t('lines.tax', { percent: number(line.percent, locale, 2) })
        : t('lines.otherTax');
    return t(`lines.${line.id}`);
  };
  const discountOf = ({ discount_in_percent: percent, discount_in_price: price }: Detail) => {
    const parts = [
      percent ? `${number(percent, locale, 2)} %` : null,
      price ? amountIn(invoice.currency, price, locale) : null,
    ].filter(Boolean);
    return parts.length === 0 ? '' : `(${parts.join(', ')})`;
  };
  return (
    <dl className="ml-auto w-full max-w-md">
      {told.map((line, at) => (
        <div
          key={at}
          className={cx(
            'flex justify-between gap-6 py-1',
            line.role === 'sum' && 'border-line border-t font-semibold',
            line.role === 'note' && 'text-muted',
          )}
        >
          <dt>{words(line)}</dt>
          <dd className="tabular text-right whitespace-nowrap">
            {amountIn(invoice.currency, line.amount, locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
