/** How the lists of a VPS account's money are read. Browser-safe; server and browser share them. */
import type { PagedSource } from '@/components/money/lists/source';
import type { Input } from '@/lib/contract/types';
import { pageOf, searchTextOf, type Query } from '@/lib/resources/resource';
import { deposits, postpaidInvoices, reports } from '@/lib/resources/vps';

const paged = (limit: number) => (_: Query, page: number) => ({ query: { limit, page } });

/** The deposits, D79: the backend only pages them. */
export const depositSource: PagedSource<'D79'> = {
  ref: deposits.ref,
  id: deposits.id,
  input: paged(deposits.pageSize),
  narrows: ['q', 'sort', 'state', 'method', 'period'],
  searchText: searchTextOf(deposits),
};

/** The newest deposits: the first page of the list. */
export const newestDeposits = { query: { limit: deposits.pageSize, page: 1 } } as const;

/** The invoices of a postpaid account, D84. */
export const postpaidSource: PagedSource<'D84'> = {
  ref: postpaidInvoices.ref,
  id: postpaidInvoices.id,
  input: paged(postpaidInvoices.pageSize),
  narrows: ['q', 'sort', 'state'],
  searchText: searchTextOf(postpaidInvoices),
};

/** The monthly reports, D88. */
export const reportSource: PagedSource<'D88'> = {
  ref: reports.ref,
  id: reports.id,
  input: paged(reports.pageSize),
  narrows: ['sort', 'state'],
};

/** A span of days in Jakarta, `2026-06-01`, both included; null is open. */
export interface Period {
  start: string | null;
  end: string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the URL; null unless it is one. */
function readDay(text: string | null): string | null {
  if (text === null || !day.test(text)) return null;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** The period of a URL, `?start=2026-06-01&end=2026-06-30`, as it is typed: it may be reversed. */
export const periodOf = (query: Query): Period => ({
  start: readDay(query.get('start')),
  end: readDay(query.get('end')),
});

/** Whether the last day of a period is before the first one. The backend refuses it then. */
export const isReversed = ({ start, end }: Period): boolean =>
  start !== null && end !== null && end < start;

/** The period as it is asked for: all days if it is reversed. */
export function askedPeriod(query: Query): Period {
  const period = periodOf(query);
  return isReversed(period) ? { start: null, end: null } : period;
}

/** Rows of a page of movements. */
const creditPageSize = 50;

type CreditQuery = NonNullable<Input<'D82'>['query']>;

/** A period in the form of a query. */
const inQuery = ({ start, end }: Period): Pick<CreditQuery, 'start' | 'end'> => ({
  ...(start === null ? {} : { start }),
  ...(end === null ? {} : { end }),
});

/** The page of movements that a URL names: `?type=A&start=2026-06-01&end=2026-06-30&page=2`. The backend filters. */
export function creditsInput(query: Query): Input<'D82'> {
  const given = query.get('type');
  const type = given === 'A' || given === 'D' ? ({ type: given } as const) : {};
  return {
    query: { limit: creditPageSize, page: pageOf(query), ...inQuery(askedPeriod(query)), ...type },
  };
}

/** The newest movement up to a day: the balance after it is the balance at that day's end. Null is now. */
export const balanceInput = (end: string | null): Input<'D82'> => ({
  query: { limit: 1, page: 1, ...inQuery({ start: null, end }) },
});

/** The day before another one. */
export const dayBefore = (of: string): string =>
  new Date(Date.parse(of) - 86_400_000).toISOString().slice(0, 10);

/** The newest movements, as the overview shows them. */
export const newestCredits = { query: { limit: 5, page: 1 } } as const;
