'use client';
import {
  hydrate,
  HydrationBoundary,
  useQueryClient,
  type DehydratedState,
  type QueryClient,
} from '@tanstack/react-query';
import { use, useMemo, type ReactNode } from 'react';

function asOfNow(state: DehydratedState): DehydratedState {
  const dataUpdatedAt = Date.now();
  const queries = state.queries.map((query) => ({
    ...query,
    state: { ...query.state, dataUpdatedAt },
  }));
  return { ...state, queries };
}

/**
 * Puts answers into the cache at once where nothing shows what it holds. The boundary would do so only after it has drawn
 * what is inside: from the older or newer answer of a follower, say, which is not what the server's HTML was drawn from.
 */
function replaceUnseen(client: QueryClient, state: DehydratedState): void {
  const cache = client.getQueryCache();
  const unseen = ({ queryHash }: DehydratedState['queries'][number]) =>
    cache.get(queryHash)?.getObserversCount() === 0;
  hydrate(client, { ...state, queries: state.queries.filter(unseen) });
}

interface Given {
  /** May still be loading; then the content waits for it in the HTML. */
  state: DehydratedState | Promise<DehydratedState>;
  children: ReactNode;
}

/**
 * Puts a server's answers into the browser's cache. Their age counts from now, by the clock of all other ages:
 * otherwise a slow device or a wrong clock would read again what has just arrived.
 */
export function Hydrated({ state, children }: Given) {
  const client = useQueryClient();
  const read = state instanceof Promise ? use(state) : state;
  const fresh = useMemo(() => {
    const now = asOfNow(read);
    replaceUnseen(client, now);
    return now;
  }, [client, read]);
  return <HydrationBoundary state={fresh}>{children}</HydrationBoundary>;
}
