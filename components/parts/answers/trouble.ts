import { useEffect } from 'react';
import type { Problem } from '@/lib/problem';
import type { QueryState } from './live';

/**
 * The problem of a read that the page shows. A limit that stops a refresh is none: the answer on screen tells its age,
 * and the next refresh follows by itself.
 * @param problem of the server's own read, shown until the browser has read
 */
export function troubleOf(
  { data, error }: Pick<QueryState<unknown>, 'data' | 'error'>,
  problem: Problem | null = null,
): Problem | null {
  if (data === undefined) return error?.problem ?? problem;
  return error?.problem.code === 'too_many_requests' ? null : (error?.problem ?? null);
}

/** Reads again once a limit allows it. A read that is polled does so anyway; the other ones need this. */
export function useReadAfterLimit(
  problem: Problem | null,
  { refetch }: Pick<QueryState<unknown>, 'refetch'>,
) {
  const seconds = problem?.code === 'too_many_requests' ? (problem.retryAfter ?? 10) : null;
  useEffect(() => {
    if (seconds === null) return;
    const timer = setTimeout(() => void refetch(), seconds * 1000 + Math.random() * 1000);
    return () => clearTimeout(timer);
  }, [seconds, refetch, problem]);
}
