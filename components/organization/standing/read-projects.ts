/** Reads a list of each project of an organization. Loaded when a person asks for it. */
import { QueriesObserver, type QueryClient, type QueryObserverResult } from '@tanstack/react-query';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import type { ProblemError } from '@/lib/problem';
import { request } from '@/lib/query/fetcher';
import { backendKey } from '@/lib/query/key';
import { pollInterval } from '@/lib/query/poll';
import type { AnyInput } from '@/lib/query/url';

/** Projects that are read side by side: a browser has few connections, and the person's next page needs one, too. */
const sideBySide = 3;

/** How long what a page of the project has read is good enough. */
const goodFor = 60_000;

/** Makes a function that runs work, at most so much at once. The rest waits in its order. */
export function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** The answers of several reads: a store for `useSyncExternalStore`. */
export interface Watch<R extends ReadRef> {
  subscribe: (listener: () => void) => () => void;
  /** In the order of the inputs. */
  current: () => QueryObserverResult<Result<R>, ProblemError>[];
}

/**
 * Reads one operation for several inputs, once each, under the keys of `useBackendQuery`. They take less of a minute's
 * calls than what a page shows first, and what met the limit is read again by itself.
 */
export function watchProjects<R extends ReadRef>(
  client: QueryClient,
  identity: string,
  ref: R,
  inputs: readonly Input<R>[],
): Watch<R> {
  const inTurn = gate(sideBySide);
  const observer = new QueriesObserver<QueryObserverResult<Result<R>, ProblemError>[]>(
    client,
    inputs.map((input) => ({
      queryKey: backendKey(identity, undefined, ref, input as AnyInput),
      queryFn: ({ signal }) => inTurn(() => request(ref, input, { signal, again: true })),
      staleTime: goodFor,
      refetchOnWindowFocus: false,
      refetchInterval: ({ state: { error } }) =>
        pollInterval({ identity, account: '', ref, pace: false, error }),
    })),
  );
  return {
    subscribe: (listener) => observer.subscribe(listener),
    current: () => observer.getCurrentResult() as QueryObserverResult<Result<R>, ProblemError>[],
  };
}
