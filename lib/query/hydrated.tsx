'use client';
import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';

function asOfNow(state: DehydratedState): DehydratedState {
  const dataUpdatedAt = Date.now();
  const queries = state.queries.map((query) => ({
    ...query,
    state: { ...query.state, dataUpdatedAt },
  }));
  return { ...state, queries };
}

/**
 * Puts a server's answers into the browser's cache. Their age counts from now, by the clock of all other ages:
 * otherwise a slow device or a wrong clock would read again what has just arrived.
 */
export function Hydrated({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const fresh = useMemo(() => asOfNow(state), [state]);
  return <HydrationBoundary state={fresh}>{children}</HydrationBoundary>;
}
