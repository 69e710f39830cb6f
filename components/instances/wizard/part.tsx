'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { ProblemError } from '@/lib/problem';

/** A part of the form that its own read fills: on its way, failed with a retry, or there. */
export function Part<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T, ProblemError>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  children: (data: T) => ReactNode;
}) {
  const t = useTranslations('instances');
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const { problem } = query.error;
    return (
      <ProblemNote
        problem={problem}
        what={t(problem.code === 'no_access' ? 'wizard.partNoAccess' : 'wizard.partFailed')}
        {...(problem.code === 'no_access'
          ? {}
          : { onRetry: () => void query.refetch(), retrying: query.isFetching })}
      />
    );
  }
  return (
    <div role="status" aria-label={t('wizard.loading')} className="grid gap-2 sm:grid-cols-2">
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  );
}
