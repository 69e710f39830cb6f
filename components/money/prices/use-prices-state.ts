'use client';
/**
 * The choices of the page of prices, kept in its URL:
 * `?location=2&cores=dedicated&cpu=2&memory=4&disk=60&q=ubuntu`.
 */
import { useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import { readPrefill, type Prefill } from '@/components/vps/instances/wizard/prefill';
import { goTo } from '@/components/parts/tables/use-list-state';
import { writePrices, type PricesChange } from './write-prices';

/** The choices of the page, and a function that changes them. */
export interface PricesState {
  prefill: Prefill;
  /** Search text of the operating systems. */
  q: string;
  /** Changes some choices. With `push`, the back button undoes it. */
  change: (part: PricesChange, push?: boolean) => void;
}

// The router passes on a changed query later, but a checkbox must show at once that it was clicked.
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function change(part: PricesChange, push = false): void {
  const next = writePrices(window.location.search, part);
  if (next === window.location.search) return;
  goTo(next, push);
  listeners.forEach((listener) => listener());
}

/** Reads the choices from the URL. */
export function usePricesState(): PricesState {
  const query = useSearchParams();
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => query.toString(),
  );
  return useMemo(() => {
    const now = new URLSearchParams(search);
    return { prefill: readPrefill(now), q: now.get('q') ?? '', change };
  }, [search]);
}
