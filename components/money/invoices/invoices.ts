/** Invoices of an organization, A45: the input of a page of them by the page's URL, and the filters. Browser-safe. */
import type { PagedSource } from '@/components/money/lists/source';
import type { Filter } from '@/components/parts/tables/columns';
import type { Input, Row } from '@/lib/contract/types';
import { monthOf } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { invoiceStates, type InvoiceState } from '@/lib/money/invoice';
import { monthOfNow, monthsUpTo } from '@/lib/money/months';
import { invoices } from '@/lib/resources/awanio';
import type { Query } from '@/lib/resources/resource';

export type Invoice = Row<'A45'>;

/** The longest text that A45 searches. */
const longestSearch = 100;

/** The search of the URL, as it is sent. */
const searchOf = (query: Query): string =>
  (query.get('q') ?? '').trim().slice(0, longestSearch).trim();

/** A45's input for one page, the newest invoices first. */
export function pageInput(org: string, search: string, page: number): Input<'A45'> {
  return {
    params: { uuid: org },
    query: {
      page,
      per_page: invoices.pageSize,
      order_by: 'desc',
      ...(search === '' ? {} : { search }),
    },
  };
}

/** The invoices of an organization: A45 searches and pages, but neither filters nor sorts by a column. */
export const invoicesOf = (org: string): PagedSource<'A45'> => ({
  ref: 'A45',
  id: invoices.id,
  input: (query, page) => pageInput(org, searchOf(query), page),
  narrows: ['state', 'period', 'sort'],
  searches: true,
});

/** What the filters read of a row. */
export interface FilteredBy<Row> {
  state: (row: Row) => InvoiceState;
  /** The month that it is for. */
  month: (row: Row) => string | null;
}

/** The filters by state and period. Months end with that of the newest row: an invoice may be for a month to come. @param words of a state; of the filters themselves */
export function invoiceFilters<Row>(
  rows: readonly Row[],
  now: number,
  locale: Locale,
  words: { state: string; period: string; of: (state: InvoiceState) => string },
  by: FilteredBy<Row>,
): readonly Filter<Row>[] {
  const last = rows.reduce((newest, row) => {
    const month = by.month(row) ?? '';
    return month > newest ? month : newest;
  }, monthOfNow(now));
  return [
    {
      id: 'state',
      label: words.state,
      options: invoiceStates.map((value) => ({ value, label: words.of(value) })),
      of: by.state,
    },
    {
      id: 'period',
      label: words.period,
      options: monthsUpTo(last).map((value) => ({ value, label: monthOf(value, locale) })),
      of: by.month,
    },
  ];
}
