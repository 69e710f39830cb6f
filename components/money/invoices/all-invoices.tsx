'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { DownloadButton } from '@/components/money/documents/download-button';
import * as column from '@/components/parts/tables/column';
import { DataTable } from '@/components/parts/tables/data-table';
import { monthOf } from '@/lib/format';
import type { AccountInvoice, BilledPlace } from '@/lib/money/account-invoice';
import { spanWords } from '@/lib/money/invoice';
import { invoiceCells } from './columns';
import { InvoiceStatus } from './invoice-status';
import { NoInvoices } from './no-invoices';
import { invoiceDownload, invoiceHref } from './place-links';
import { useFiltersBy } from './use-invoice-filters';

type Row = AccountInvoice;

const idOf = ({ id }: Row) => id;
const searchText = ({ number, name, document }: Row) => `${number} ${name} ${document}`;
const by = { state: ({ state }: Row) => state, month: ({ month }: Row) => month };

function useColumns() {
  const t = useTranslations('billing');
  const locale = useLocale();
  return useMemo(() => {
    const { money, day } = invoiceCells<Row>(locale);
    // DewaVPS tells the month alone.
    const period = ({ start, end, month }: Row) =>
      start === null && end === null
        ? monthOf(month ?? '–', locale)
        : spanWords(start, end, locale);
    return [
      column.name<Row>('number', t('number'), ({ number }) => number, { href: invoiceHref }),
      column.text<Row>('place', t('everywhere.account'), ({ name }) => name),
      column.text<Row>('status', t('state'), ({ state }) => t(`states.${state}`), {
        at: 'state',
        cell: ({ state }) => <InvoiceStatus state={state} />,
      }),
      column.text<Row>('for', t('period'), ({ month }) => month, { cell: period }),
      day('due', t('due'), ({ due }) => due),
      money('total', t('total'), ({ total }) => total),
      money('left', t('left'), ({ left }) => left),
      { ...money('tax', t('tax'), ({ tax }) => tax), hidden: true as const },
      { ...day('made', t('made'), ({ made }) => made), hidden: true as const },
      {
        id: 'pdf',
        header: t('everywhere.pdf'),
        cell: (row: Row) => (
          <DownloadButton path={invoiceDownload(row)} scopeKey={row.place} number={row.number} />
        ),
        fixed: true as const,
      },
    ];
  }, [t, locale]);
}

/** The filters by account, state and period. */
function useFilters(rows: readonly Row[], places: readonly BilledPlace[], now: number) {
  const label = useTranslations('billing')('everywhere.account');
  const others = useFiltersBy(rows, now, by);
  return useMemo(() => {
    if (places.length < 2) return others;
    const options = places.map(({ key, name }) => ({ value: key, label: name }));
    return [{ id: 'account', label, options, of: ({ place }: Row) => place }, ...others];
  }, [others, places, label]);
}

/** The newest invoices of several accounts. @param now milliseconds since 1970 */
export function AllInvoices({
  rows,
  places,
  now,
}: {
  rows: readonly AccountInvoice[];
  /** The accounts that were read. */
  places: readonly BilledPlace[];
  now: number;
}) {
  const t = useTranslations('billing');
  return (
    <DataTable<Row>
      id="all-invoices"
      caption={t('everywhere.invoices')}
      rows={rows}
      columns={useColumns()}
      rowId={idOf}
      searchText={searchText}
      filters={useFilters(rows, places, now)}
      csv="invoices"
      empty={<NoInvoices />}
    />
  );
}
