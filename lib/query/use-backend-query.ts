'use client';
/** Reads of a backend in the browser. */
import {
  keepPreviousData,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadRef } from '@/lib/contract';
import { goodFor } from '@/lib/contract/lasting';
import type { Input, Result } from '@/lib/contract/types';
import type { ProblemError } from '@/lib/problem';
import { request } from './fetcher';
import { usePerson } from './person';
import { backendKey, type BackendKey } from './key';
import { pollInterval, type Pace } from './poll';
import { useAccountOf } from './scope';
import type { AnyInput } from './url';

export interface QueryOptions<R extends ReadRef> {
  /** Slug of a DewaVPS account, if it isn't the current one (`./scope`). */
  account?: string;
  /** How often to read again: fast 2.5 s, slow 60 s. A function decides by the last answer. */
  poll?: Pace | ((data: Result<R> | undefined) => Pace);
  enabled?: boolean;
  /** Keeps the last answer while that of another input is loading: paging, search. */
  keep?: boolean;
}

/** For what stays good for minutes; absent, the client's own holds. */
function staleAfter(ref: ReadRef): { staleTime?: number } {
  const staleTime = goodFor(ref);
  return staleTime === null ? {} : { staleTime };
}

/**
 * Makes the options of reads for `useQueries`, under the keys of `useBackendQuery`.
 * @param given slug of the account
 */
export function useBackendRead(given?: string) {
  const { identity } = usePerson();
  const accountOf = useAccountOf(given);
  return <R extends ReadRef>(
    ref: R,
    input: Input<R>,
  ): UseQueryOptions<Result<R>, ProblemError, Result<R>, BackendKey> => ({
    queryKey: backendKey(identity, accountOf(ref), ref, input as AnyInput),
    queryFn: ({ signal, client, queryKey }) =>
      request(ref, input, {
        account: accountOf(ref),
        signal,
        again: client.getQueryData(queryKey) !== undefined,
      }),
    ...staleAfter(ref),
  });
}

/** The last answer that was another one than the one before, and when it came. */
interface Seen {
  data: unknown;
  since: number;
}

/** Notes an answer; equal answers are one object. @returns when it came first, in milliseconds since 1970 */
function newsOf(seen: Seen, data: unknown): number {
  if (data !== seen.data) Object.assign(seen, { data, since: Date.now() });
  return seen.since;
}

/**
 * The answer of a read, polled and shared by all parts of the page that read the same. Pass the server's answer by
 * `<Hydrate>` so that the first paint contains it.
 */
export function useBackendQuery<R extends ReadRef>(
  ref: R,
  input: Input<R>,
  { account: given, poll = false, enabled = true, keep = false }: QueryOptions<R> = {},
): UseQueryResult<Result<R>, ProblemError> {
  const { identity } = usePerson();
  const account = useAccountOf(given)(ref);
  const read = useBackendRead(given);
  const [seen] = useState<Seen>(() => ({ data: undefined, since: Date.now() }));
  return useQuery<Result<R>, ProblemError, Result<R>, BackendKey>({
    ...read(ref, input),
    enabled,
    // Answers that aren't polled change rarely (prices, images), so they aren't read again when the tab becomes
    // visible.
    refetchOnWindowFocus: poll !== false,
    // Somebody else on the page polls it already: their answer is good enough.
    refetchOnMount: (query) => poll === false || query.getObserversCount() <= 1,
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: ({ state: { data, error } }) =>
      pollInterval({
        identity,
        account: account ?? '',
        ref,
        pace: typeof poll === 'function' ? poll(data) : poll,
        error,
        since: newsOf(seen, data),
      }),
  });
}
