'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable, type DataTableProps } from '@/components/parts/tables/data-table';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import type { Result } from '@/lib/contract/types';
import type { Problem, ProblemError } from '@/lib/problem';
import { useBackendQuery, usePerson } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { useBackendRead } from '@/lib/query/use-backend-query';
import { invoices } from '@/lib/resources/awanio';
import { useInvoiceColumns } from './columns';
import { invoicesInput, isNarrowed, pageInput, searchOf, type Invoice } from './invoices';
import { NoBillingAccess } from './no-access';
import { NoInvoices } from './no-invoices';
import type { FirstPages } from './read-pages';
import { useInvoiceFilters } from './use-invoice-filters';

/** The first ten pages, read while the URL asks for what A45 can't do. */
function useFirstPages(org: string, search: string, enabled: boolean) {
  const { identity } = usePerson();
  const read = useBackendRead();
  return useQuery<FirstPages<Invoice>, ProblemError>({
    queryKey: [identity, 'first-invoices', `${org} ${search}`],
    queryFn: async ({ client }) => {
      const { readPages } = await import('./read-pages');
      return readPages(
        (page) => client.fetchQuery(read('A45', pageInput(org, search, page))),
        invoices.id,
      );
    },
    enabled,
    refetchOnWindowFocus: false,
  });
}

interface Props {
  /** When the page was made, in milliseconds since 1970: it decides what is overdue. */
  now: number;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The invoices of an organization. A45 pages and searches; for filters and sorting at most ten pages are read. */
export function InvoiceList({ now, problem }: Props) {
  const { org } = useGroup();
  const t = useTranslations('billing');
  const params = useSearchParams();
  const input = useMemo(() => invoicesInput(org, params), [org, params]);
  const query = useBackendQuery('A45', input, { keep: true, poll: 'slow' });
  const beyond = isNarrowed(params) && (query.data?.page?.last_page ?? 1) > 1;
  const first = useFirstPages(org, searchOf(params), beyond);
  usePageWithin(query.data);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={{ shown: <NoBillingAccess /> }}
    >
      {(list) =>
        beyond && first.error && !first.data ? (
          <Live query={first} failed={t('failed')}>
            {() => null}
          </Live>
        ) : (
          <div
            aria-busy={query.isPlaceholderData}
            className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
          >
            <Rows
              {...{ now, org }}
              q={params.get('q') ?? ''}
              updated={beyond ? first : query}
              {...(beyond ? { shown: withRest(list, first) } : { shown: ofPage(list, params) })}
              first={beyond ? first.data : undefined}
            />
          </div>
        )
      }
    </Live>
  );
}

type Shown = Pick<DataTableProps<Invoice>, 'rows' | 'server' | 'rest'>;

/** A page as A45 gave it. Where it is the only one, the table filters and sorts it. */
function ofPage({ data, page }: Result<'A45'>, params: URLSearchParams): Shown {
  if (isNarrowed(params)) return { rows: data };
  const server = { pages: page?.last_page ?? null, total: page?.total ?? null, search: true };
  return { rows: data, server };
}

/** The first ten pages; until they are read, the table waits for them. */
function withRest({ data, page }: Result<'A45'>, first: ReturnType<typeof useFirstPages>): Shown {
  if (first.data) return { rows: first.data.rows };
  const all = async () => {
    const read = await first.refetch({ cancelRefetch: false, throwOnError: true });
    return read.data?.rows ?? [];
  };
  return { rows: data, rest: { total: page?.total ?? data.length, all } };
}

function Rows({
  shown,
  first,
  org,
  now,
  q,
  updated,
}: {
  shown: Shown;
  /** The first pages, where they are what is filtered. */
  first: FirstPages<Invoice> | undefined;
  org: string;
  now: number;
  q: string;
  updated: Parameters<typeof Updated>[0]['query'];
}) {
  const t = useTranslations('billing');
  // A45 has searched these rows, by rules of its own: each of them is found.
  const found = useMemo(() => () => q, [q]);
  const orgOf = useMemo(() => () => org, [org]);
  return (
    <>
      {first?.more ? (
        <p role="status" className="text-warn mb-3 max-w-prose">
          {first.total === null
            ? t('leftOutSome', { read: first.rows.length })
            : t('leftOut', { read: first.rows.length, left: first.total - first.rows.length })}
        </p>
      ) : null}
      <DataTable
        id="invoices"
        caption={t('heading')}
        {...shown}
        {...(shown.server ? {} : { searchText: found })}
        columns={useInvoiceColumns(orgOf, now)}
        rowId={invoices.id}
        filters={useInvoiceFilters(shown.rows, now)}
        tools={<Updated query={updated} />}
        csv="invoices"
        empty={<NoInvoices />}
      />
    </>
  );
}
