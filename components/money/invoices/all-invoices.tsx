'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import { DataTable } from '@/components/parts/tables/data-table';
import { invoices } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { useInvoiceColumns } from './columns';
import { NoInvoices } from './no-invoices';
import { type Invoice } from './invoices';
import { useInvoiceFilters } from './use-invoice-filters';

/** An invoice with its organization. */
export interface PlacedInvoice extends Invoice {
  org: string;
  /** The organization's name. */
  place: string;
}

const orgOf = ({ org }: PlacedInvoice) => org;
const words = searchTextOf(invoices);
const searchText = (row: PlacedInvoice) => `${words(row)} ${row.place}`;

/** The newest invoices of several organizations. @param now milliseconds since 1970, which decides what is overdue */
export function AllInvoices({ rows, now }: { rows: readonly PlacedInvoice[]; now: number }) {
  const t = useTranslations('billing');
  const columns = useInvoiceColumns(orgOf, now);
  const placed = useMemo(() => {
    const [number, ...others] = columns;
    const place = column.text<PlacedInvoice>(
      'place',
      t('everywhere.organization'),
      (row) => row.place,
    );
    return number ? [number, place, ...others] : others;
  }, [columns, t]);
  return (
    <DataTable<PlacedInvoice>
      id="all-invoices"
      caption={t('everywhere.heading')}
      rows={rows}
      columns={placed}
      rowId={invoices.id}
      searchText={searchText}
      filters={useInvoiceFilters(rows, now)}
      csv="invoices"
      empty={<NoInvoices />}
    />
  );
}
