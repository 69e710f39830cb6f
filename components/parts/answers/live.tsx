'use client';
import { Suspense, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorState, ProblemNote } from '@/components/ui/late-error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { Problem } from '@/lib/problem';
import { troubleOf, type QueryState } from './trouble';

export interface LiveProps<Data> {
  query: QueryState<Data>;
  /** The problem of the server's own read, shown until the browser has read. */
  problem?: Problem | null;
  /** “The SSH keys couldn't be loaded.” By default the problem's own title. */
  failed?: string;
  /** Shown when the account or key lacks the right: a text in place of `failed`, or a whole state. */
  noAccess?: string | { shown: ReactNode };
  /** Shown instead of everything if the thing doesn't exist (404). */
  gone?: ReactNode;
  /** Shown until the first answer; by default the outline of a list. */
  outline?: ReactNode;
  /** Shown above an answer that couldn't be refreshed; null shows nothing. */
  stale?: string | null;
  /** A part of a form or panel: its problem is a short note, and a refused read isn't repeated. */
  part?: boolean;
  /** Wraps the outline or the problem while there is no answer, for example with the page's heading. */
  around?: (stand: ReactNode) => ReactNode;
  children: (data: Data) => ReactNode;
}

/**
 * Shows an answer: an outline while it loads, its problem if it failed, and a problem beside the old answer if a
 * refresh failed.
 */
export function Live<Data>(props: LiveProps<Data>) {
  const { query, problem = null, noAccess, gone, stale, around = (stand) => stand } = props;
  const { data } = query;
  const t = useTranslations('problems');
  const trouble = troubleOf(query, problem);
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
          <Suspense>
            <ProblemNote problem={trouble} what={stale ?? t('stale')} {...again(query)} />
          </Suspense>
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

/** The outline of a list, used by default. */
function Outline() {
  return <TableSkeleton label={useTranslations('shell')('loading')} />;
}

/** Shown instead of an answer that failed to load. */
function Trouble<Data>({
  query,
  problem,
  failed,
  noAccess,
  part = false,
}: LiveProps<Data> & { problem: Problem }) {
  const refused = problem.code === 'no_access';
  const what = refused && typeof noAccess === 'string' ? noAccess : failed;
  return (
    <Suspense>
      {part ? (
        <ProblemNote problem={problem} what={what} {...(refused ? {} : again(query))} />
      ) : (
        <ErrorState problem={problem} what={what} {...again(query)} />
      )}
    </Suspense>
  );
}
