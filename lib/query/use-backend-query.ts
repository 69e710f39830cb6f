'use client';
/** Reads of a backend in the browser. */
import {
  keepPreviousData,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import type { ProblemError } from '@/lib/problem';
import { request } from './fetcher';
import { usePerson } from './person';
import { backendKey, type BackendKey } from './key';
import { pollInterval, type Pace } from './poll';
import { useAccountOf } from './scope';
import type { AnyInput } from './url';

/** Reads of a provider's catalogue: locations, sizes, systems, tiers, unit prices, images, plans. */
const catalogue: ReadonlySet<ReadRef> = new Set<ReadRef>([
  'D01',
  'D73',
  'D74',
  'D75',
  'D76',
  'D77',
  'A33',
  'A34',
]);
/** Milliseconds for which an answer of the catalogue, which changes over days, isn't read again. */
const catalogueAge = 5 * 60_000;

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
    queryFn: ({ signal }) => request(ref, input, { account: accountOf(ref), signal }),
    ...(catalogue.has(ref) ? { staleTime: catalogueAge } : {}), // without it, the client's own default applies
  });
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
  return useQuery<Result<R>, ProblemError, Result<R>, BackendKey>({
    ...read(ref, input),
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
