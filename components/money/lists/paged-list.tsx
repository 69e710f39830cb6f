'use client';
/**
 * A list of money that its backend pages. What the backend can't do (filter, sort, mostly search) is done here over at most
 * ten pages, and what that leaves out is named.
 */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import { Live, type LiveProps } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import type { FirstPages } from '@/components/parts/files/read-pages';
import type { DataTableProps } from '@/components/parts/tables/data-table';
import { usePageRead } from '@/components/parts/tables/use-page-read';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import type { Input, Result, Row } from '@/lib/contract/types';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useBackendRead } from '@/lib/query/use-backend-query';
import { inputOf, isNarrowed, type Paged, type PagedRef, type PagedSource } from './source';

/** The first ten pages, read while the URL asks for what the backend can't do. */
function useFirstPages<R extends PagedRef>(of: PagedSource<R>, first: Input<R>, enabled: boolean) {
  const read = useBackendRead();
  const params = useSearchParams();
  return useQuery<FirstPages<Row<R>>, ProblemError>({
    queryKey: [...read(of.ref, first).queryKey, 'first pages'],
    queryFn: async ({ client }) => {
      const { readPages } = await import('@/components/parts/files/read-pages');
      const page = (number: number) =>
        client.fetchQuery(read(of.ref, of.input(params, number))) as Promise<Paged>;
      return readPages(page as (number: number) => Promise<PagedOf<R>>, of.id);
    },
    enabled,
    refetchOnWindowFocus: false,
  });
}

type PagedOf<R extends PagedRef> = Paged & { data: readonly Row<R>[] };

/** What a table shows of the list, to be spread into a `DataTable`. */
export type Shown<R extends PagedRef> = Pick<
  DataTableProps<Row<R>>,
  'rows' | 'server' | 'rest' | 'rowId' | 'tools' | 'leftOut'
> & { searchText?: (row: Row<R>) => string };

/** Names the rows that weren't searched. */
const leftOutOf = (
  { rows, total }: FirstPages<unknown>,
  words: (read: number, left: number | null) => string,
) => words(rows.length, total === null ? null : total - rows.length);

interface Props<R extends PagedRef> extends Pick<LiveProps<Result<R>>, 'problem' | 'noAccess'> {
  of: PagedSource<R>;
  /** “The invoices couldn't be loaded.” */
  failed: string;
  /** Says what wasn't searched: of so many rows that were read, so many are left out, or null where nobody knows how many. */
  leftOut: (read: number, left: number | null) => string;
  children: (shown: Shown<R>, list: Result<R>) => ReactNode;
}

/** Reads such a list by the URL, and hands on what a table shows. */
export function PagedList<R extends PagedRef>({
  of,
  failed,
  leftOut,
  children,
  ...gate
}: Props<R>) {
  const params = useSearchParams();
  const input = useMemo(() => inputOf(of, params), [of, params]);
  const query = useBackendQuery(of.ref, input, { keep: true, poll: 'slow' });
  const narrowed = isNarrowed(of, params);
  const beyond = narrowed && ((query.data as Paged | undefined)?.page?.last_page ?? 1) > 1;
  const first = useFirstPages(of, input, beyond);
  usePageWithin(query.data as Paged | undefined);
  const readPage = usePageRead(of.ref, (asked) => inputOf(of, asked));
  const q = params.get('q') ?? '';
  // The backend has searched these rows, by rules of its own: each of them is found.
  const found = useMemo(() => (of.searches ? () => q : of.searchText), [of, q]);
  const rest = (list: PagedOf<R>) => {
    if (first.data) return { rows: first.data.rows };
    const all = async () => {
      const read = await first.refetch({ cancelRefetch: false, throwOnError: true });
      return read.data?.rows ?? [];
    };
    return { rows: list.data, rest: { total: list.page?.total ?? list.data.length, all } };
  };
  const missing = beyond && first.data?.more ? leftOutOf(first.data, leftOut) : undefined;
  const whole = (answer: Result<R>): Shown<R> => {
    const list = answer as PagedOf<R>;
    const search = Boolean(of.searches ?? of.searchText);
    const server = {
      pages: list.page?.last_page ?? null,
      total: list.page?.total ?? null,
      search,
      read: readPage,
    };
    return {
      ...(beyond ? rest(list) : narrowed ? { rows: list.data } : { rows: list.data, server }),
      ...(narrowed && found ? { searchText: found } : {}),
      rowId: of.id,
      tools: <Updated query={beyond ? first : query} />,
      leftOut: missing,
    };
  };
  return (
    <Live query={query} failed={failed} {...gate}>
      {(list) =>
        beyond && first.error && !first.data ? (
          <Live query={first} failed={failed}>
            {() => null}
          </Live>
        ) : (
          <div
            aria-busy={query.isPlaceholderData}
            className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
          >
            {missing === undefined ? null : (
              <p role="status" className="text-warn mb-3 max-w-prose">
                {missing}
              </p>
            )}
            {children(whole(list), list)}
          </div>
        )
      }
    </Live>
  );
}
