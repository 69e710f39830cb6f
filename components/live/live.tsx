'use client';
import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ErrorState, ProblemNote } from '@/components/ui/error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { Problem, ProblemError } from '@/lib/problem';

/**
 * An answer that is asked for again and again: an outline while there is none, its trouble in its place, and beside
 * what was shown before once there is something.
 */
export function Live<Data>({
  query: { data, error, isFetching, refetch },
  problem,
  failed,
  noAccess = failed,
  children,
}: {
  query: Pick<UseQueryResult<Data, ProblemError>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  /** Of the server's own read, shown until the browser's. */
  problem: Problem | null;
  /** “The SSH keys couldn't be loaded.” */
  failed: string;
  /** In its place where the account or key has no right to it. */
  noAccess?: string;
  children: (data: Data) => ReactNode;
}) {
  const t = useTranslations('problems');
  const shell = useTranslations('shell');
  const trouble = error?.problem ?? (data === undefined ? problem : null);
  const again = { onRetry: () => void refetch(), retrying: isFetching };
  if (data === undefined) {
    if (!trouble) return <TableSkeleton label={shell('loading')} />;
    const what = trouble.code === 'no_access' ? noAccess : failed;
    return <ErrorState problem={trouble} what={what} {...again} />;
  }
  return (
    <>
      {trouble ? (
        <div className="mb-3">
          <ProblemNote problem={trouble} what={t('stale')} {...again} />
        </div>
      ) : null}
      {children(data)}
    </>
  );
}
