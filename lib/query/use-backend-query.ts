'use client';
/** Reads of a backend in the browser. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReadRef } from '@/lib/contract';
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

/**
 * The answer of a read, polled, and shared by all components that read the same. Pass the server's answer by
 * `<Hydrate>`, so that the first paint has it.
 */
export function useBackendQuery<R extends ReadRef>(
  ref: R,
  input: Input<R>,
  { account: given, poll = false, enabled = true, keep = false }: QueryOptions<R> = {},
): UseQueryResult<Result<R>, ProblemError> {
  const { identity } = usePerson();
  const account = useAccountOf(given)(ref);
  return useQuery<Result<R>, ProblemError, Result<R>, BackendKey>({
    queryKey: backendKey(identity, account, ref, input as AnyInput),
    queryFn: ({ signal }) => request(ref, input, { account, signal }),
    enabled,
    // Answers that aren't polled change rarely (prices, images), so they aren't read again when the tab becomes
    // visible.
    refetchOnWindowFocus: poll !== false,
    placeholderData: keep ? keepPreviousData : undefined,
    refetchInterval: ({ state: { data, error } }) =>
      pollInterval({
        identity,
        account: account ?? '',
        ref,
        pace: typeof poll === 'function' ? poll(data) : poll,
        error,
      }),
  });
}
