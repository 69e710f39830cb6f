'use client';
/** Where a list stands, in the URL: `?q=web&sort=-name&page=2`. Shared and reloaded links show the same. */
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';

export interface ListState {
  /** Search text; empty for none. */
  q: string;
  /** Column to sort by; null keeps the backend's order. */
  sort: { id: string; desc: boolean } | null;
  /** From 1. */
  page: number;
}

/** Reads the state from a query string; what can't be read is the default. */
export function readListState(query: { get(name: string): string | null }): ListState {
  const sort = query.get('sort') ?? '';
  const page = Number(query.get('page'));
  return {
    q: query.get('q') ?? '',
    sort:
      sort === '' || sort === '-'
        ? null
        : { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') },
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query string of a state, other parameters kept, defaults left out. */
export function writeListState(query: string, state: ListState): string {
  const next = new URLSearchParams(query);
  const set = (name: string, value: string) =>
    value === '' ? next.delete(name) : next.set(name, value);
  set('q', state.q);
  set('sort', state.sort ? `${state.sort.desc ? '-' : ''}${state.sort.id}` : '');
  set('page', state.page > 1 ? String(state.page) : '');
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The list's state and how to change it. Changing search or sort goes back to page 1. No server is asked. */
export function useListState(): readonly [ListState, (change: Partial<ListState>) => void] {
  const query = useSearchParams();
  const state = useMemo(() => readListState(query), [query]);
  const change = useCallback((part: Partial<ListState>) => {
    const { search, pathname } = window.location;
    const now = readListState(new URLSearchParams(search));
    const next = { ...now, ...('page' in part ? {} : { page: 1 }), ...part };
    window.history.replaceState(null, '', `${pathname}${writeListState(search, next)}`);
  }, []);
  return [state, change];
}
