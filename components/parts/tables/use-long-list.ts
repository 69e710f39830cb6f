'use client';
import { useDeferredValue } from 'react';
import type { QueryState } from '@/components/parts/answers/trouble';
import { useInBrowser } from '@/components/ui/use-in-browser';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result, Row } from '@/lib/contract/types';
import type { Beginning } from '@/lib/query/beginning';
import { useBackendQuery, type QueryOptions } from '@/lib/query/use-backend-query';

/** What a list knows of its other rows while it shows only its beginning. */
export interface Rest<Row> {
  /** The number of all rows. */
  total: number;
  /** Waits for all rows. @throws ProblemError if they can't be read */
  all: () => Promise<readonly Row[]>;
}

/** Operations that list rows. */
type ListRef = { [R in ReadRef]: Result<R> extends { data: unknown[] } ? R : never }[ReadRef];

/**
 * Reads a list whose backend answers all rows at once. A long one begins with the rows of the page's HTML, and the
 * browser reads the whole once after it has drawn them; a short one came whole, and isn't read a second time.
 *
 * @param beginning of `readListForPage`
 * @returns the query for `Updated`; the list for `Live`, which shows the beginning until the whole is there; and its
 *   rest for the table, until then
 */
export function useLongList<R extends ListRef>(
  ref: R,
  input: Input<R>,
  beginning: Beginning<Result<R>> | null,
  options: QueryOptions<R>,
): {
  query: ReturnType<typeof useBackendQuery<R>>;
  list: QueryState<Result<R>>;
  rest: Rest<Row<R>> | undefined;
} {
  const query = useBackendQuery(ref, input, options);
  // What a follower has read meanwhile isn't what the server's HTML was drawn from.
  const inBrowser = useInBrowser();
  const whole = inBrowser || beginning === null ? query.data : undefined;
  // A thousand rows are drawn beside what the person does, and the code that searches them may still have to load.
  const data = useDeferredValue(whole ?? beginning?.answer);
  const { error, isFetching, refetch } = query;
  const all = async () => {
    const read = query.data ?? (await refetch({ cancelRefetch: false, throwOnError: true })).data;
    return (read as { data: readonly Row<R>[] }).data;
  };
  return {
    query,
    list: { data, error, isFetching, refetch },
    rest: beginning && data === beginning.answer ? { total: beginning.total, all } : undefined,
  };
}
