import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem, ProblemError } from '@/lib/problem';

/** The part of a query that `Live` reads. */
export type QueryState<Data> = Pick<
  UseQueryResult<Data, ProblemError>,
  'data' | 'error' | 'isFetching' | 'refetch'
>;

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
