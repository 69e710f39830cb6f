/** How a list of money is read that its backend pages: what the backend does by the URL, and what it can't do. Browser-safe. */
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import { pageOf, type Query } from '@/lib/resources/resource';

/** Operations whose lists come in pages. */
export type PagedRef = { [R in ReadRef]: Result<R> extends Paged ? R : never }[ReadRef];
export interface Paged {
  data: readonly object[];
  page: { last_page: number | null; total: number | null } | null;
}

/** A list that the backend pages. Only module-level functions, or memoized ones. */
export interface PagedSource<R extends PagedRef> {
  ref: R;
  id: (row: Row<R>) => string;
  /** The read of a page, with what the backend does by the URL. */
  input: (query: Query, page: number) => Input<R>;
  /** The parameters of the URL that the backend can't do. */
  narrows: readonly string[];
  /** The backend searches by the URL's `q`; without it the list is searched here, by `searchText`. */
  searches?: boolean;
  searchText?: (row: Row<R>) => string;
}

/** Whether the URL asks for what the backend can't do. */
export const isNarrowed = ({ narrows }: { narrows: readonly string[] }, query: Query): boolean =>
  narrows.some((name) => Boolean(query.get(name)?.trim()));

/** The read of the page that the URL names; the first one while the list is narrowed here. */
export const inputOf = <R extends PagedRef>(of: PagedSource<R>, query: Query): Input<R> =>
  of.input(query, isNarrowed(of, query) ? 1 : pageOf(query));
