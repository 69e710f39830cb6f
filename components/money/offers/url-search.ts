'use client';
/** The query string of the URL as the state of a page. A change shows at once. */
import { useSearchParams } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { goTo } from '@/components/parts/tables/use-list-state';

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

/** Replaces the query string. With `push`, the back button undoes it. */
export function changeSearch(next: string, push: boolean): void {
  if (next === window.location.search) return;
  goTo(next, push);
  listeners.forEach((listener) => listener());
}

/** The query string of the URL: `?q=ubuntu`. */
export function useSearch(): string {
  const query = useSearchParams();
  return useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => query.toString(),
  );
}
