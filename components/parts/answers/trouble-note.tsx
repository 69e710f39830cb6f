'use client';
import { ProblemNote } from '@/components/ui/error-state';
import type { Problem } from '@/lib/problem';
import { troubleOf, type QueryState } from './trouble';

/**
 * Says why a part of the page couldn't be read, with a button that reads it again. Renders nothing without a problem.
 * @param problem of the server's own read, shown until the browser has read
 */
export function TroubleNote({
  query,
  problem = null,
  what,
}: {
  query: QueryState<unknown>;
  problem?: Problem | null;
  what: string;
}) {
  const trouble = troubleOf(query, problem);
  if (!trouble) return null;
  return (
    <ProblemNote
      problem={trouble}
      what={what}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    />
  );
}
