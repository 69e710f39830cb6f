'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorState, ProblemNote } from '@/components/ui/error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { Problem, ProblemError } from '@/lib/problem';

/** A read, as far as its gate needs to know it. */
export type QueryState<Data> = Pick<
  UseQueryResult<Data, ProblemError>,
  'data' | 'error' | 'isFetching' | 'refetch'
>;

export interface LiveProps<Data> {
  query: QueryState<Data>;
  /** Of the server's own read, shown until the browser's. */
  problem?: Problem | null;
  /** “The SSH keys couldn't be loaded.” Without it the problem's own title. */
  failed?: string;
  /** Where the account or key has no right to it: words in place of `failed`, or a state in place of all. */
  noAccess?: string | { shown: ReactNode };
  /** In place of all where it isn't there (404). */
  gone?: ReactNode;
  /** Shown until the first answer; else the outline of a list. */
  outline?: ReactNode;
  /** Over an answer that couldn't be refreshed; null says nothing of it. */
  stale?: string | null;
  /** A part of a form or panel: its trouble is a note. What is refused isn't asked for again. */
  part?: boolean;
  /** What stands around the outline and the trouble while there is no answer, such as the page's head. */
  around?: (stand: ReactNode) => ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * The gate of an answer: an outline while there is none, its trouble in its place, and beside what was shown before once
 * there is something.
 */
export function Live<Data>(props: LiveProps<Data>) {
  const { query, problem = null, noAccess, gone, stale, around = (stand) => stand } = props;
  const { data, error } = query;
  const t = useTranslations('problems');
  const trouble = error?.problem ?? (data === undefined ? problem : null);
  if (gone !== undefined && trouble?.code === 'not_found') return gone;
  const refused = trouble?.code === 'no_access' && typeof noAccess === 'object';
  if (data === undefined || refused) {
    return around(
      refused ? (
        noAccess.shown
      ) : trouble ? (
        <Trouble {...props} problem={trouble} />
      ) : (
        (props.outline ?? <Outline />)
      ),
    );
  }
  return (
    <>
      {trouble && stale !== null ? (
        <div className="mb-3">
          <ProblemNote problem={trouble} what={stale ?? t('stale')} {...again(query)} />
        </div>
      ) : null}
      {props.children(data)}
    </>
  );
}

const again = ({ isFetching, refetch }: QueryState<unknown>) => ({
  onRetry: () => void refetch(),
  retrying: isFetching,
});

/** The outline of a list, where the page gives no other. */
function Outline() {
  return <TableSkeleton label={useTranslations('shell')('loading')} />;
}

/** In place of an answer that never came. */
function Trouble<Data>({
  query,
  problem,
  failed,
  noAccess,
  part = false,
}: LiveProps<Data> & { problem: Problem }) {
  const refused = problem.code === 'no_access';
  const what = refused && typeof noAccess === 'string' ? noAccess : failed;
  if (!part) return <ErrorState problem={problem} what={what} {...again(query)} />;
  return <ProblemNote problem={problem} what={what} {...(refused ? {} : again(query))} />;
}
