'use client';
/**
 * The list of a VPS account's resource: its read with loading and error states, and the table built from its
 * definition.
 */
import { useSearchParams } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { Live } from '@/components/parts/answers/live';
import { useAccountLabel } from '@/components/parts/shell/context';
import { accountIcons } from '@/components/parts/shell/kind-icons';
import type { PageRead } from '@/components/parts/files/read-pages';
import { EmptyState } from '@/components/ui/empty-state';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import type { AllMessages } from '@/lib/intl/namespaces';
import type { Problem } from '@/lib/problem';
import { useBackendQuery, type QueryOptions } from '@/lib/query/use-backend-query';
import { searchTextOf, type AccountResource, type Query } from '@/lib/resources/resource';
import { useAccount } from '@/lib/query/scope';
import type { Column, Filter } from './columns';
import { DataTable, type DataTableProps } from './data-table';
import { usePageRead } from './use-page-read';
import { usePageWithin } from './use-page-within';

/** Message namespaces that hold the texts of a list by convention. */
export type ListSpace = {
  [N in keyof AllMessages]: AllMessages[N] extends Record<
    'heading' | 'failed' | 'noAccess' | 'emptyTitle' | 'emptyText',
    string
  >
    ? N
    : never;
}[keyof AllMessages];

/** All of them have these keys, so the type of one serves for all. */
const useWords = (space: ListSpace) => useTranslations(space as 'volumes');

/** Operations that list rows. */
type ListRef = { [R in ReadRef]: Result<R> extends Paged ? R : never }[ReadRef];
interface Paged {
  data: readonly object[];
  page: { last_page: number | null; total: number | null } | null;
}

/**
 * Reads the list of a resource and polls it.
 * @param input the input of the read, from the page's URL; memoized functions only
 * @param problem of the server's own read; shown until the browser has read
 */
export function AccountList<R extends ListRef, Named>({
  of,
  words,
  problem,
  input: inputOf,
  poll = 'slow',
  children,
}: {
  of: AccountResource<R, Named>;
  words: ListSpace;
  problem: Problem | null;
  input?: (query: Query) => Input<R>;
  poll?: QueryOptions<R>['poll'];
  children: (list: Result<R>) => ReactNode;
}) {
  const t = useWords(words);
  const label = useAccountLabel();
  const params = useSearchParams();
  const input = useMemo(() => inputOf?.(params) ?? ({} as Input<R>), [inputOf, params]);
  const keep = inputOf !== undefined;
  const query = useBackendQuery(of.ref, input, { keep, poll });
  usePageWithin(keep ? (query.data as Paged | undefined) : undefined);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={t('noAccess', { account: label })}
    >
      {children}
    </Live>
  );
}

export interface AccountTableProps<R extends ListRef, Named, Item extends Row<R> & Named> {
  of: AccountResource<R, Named> & { kind: keyof typeof accountIcons };
  words: ListSpace;
  rows: readonly Item[];
  columns: readonly Column<Item>[];
  actions?: readonly Action<Item>[];
  /** The backend pages and sorts the list, so nothing is searched here: the input of its read, from the page's URL. */
  server?: ((query: Query) => Input<R>) | false;
  page?: Paged['page'];
  filters?: readonly Filter<Item>[];
  /** Replaces the search text of the definition. */
  searchText?: (row: Item) => string;
  /** The button that creates the first one. */
  create: ReactNode;
}

/** The table of such a list, with search, file and empty state. Its namespace is its id. */
export function AccountTable<R extends ListRef, Named, Item extends Row<R> & Named & object>({
  of,
  words,
  rows,
  columns,
  actions,
  server = false,
  page,
  create,
  ...here
}: AccountTableProps<R, Named, Item>) {
  const account = useAccount();
  const t = useWords(words);
  const Icon = accountIcons[of.kind];
  const searchText = useMemo(() => searchTextOf(of), [of]);
  const read = usePageRead(of.ref, server || (() => ({}) as Input<R>));
  const mode: Partial<DataTableProps<Item>> = server
    ? {
        server: {
          pages: page?.last_page ?? null,
          total: page?.total ?? null,
          read: read as unknown as PageRead<Item>,
        },
      }
    : { searchText, ...here };
  return (
    <DataTable
      id={words}
      caption={t('heading')}
      rows={rows}
      columns={columns}
      rowId={of.id}
      actions={actions}
      identity={of}
      csv={`${words}-${account}`}
      {...mode}
      empty={
        <EmptyState framed icon={<Icon aria-hidden />} title={t('emptyTitle')} actions={create}>
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}
