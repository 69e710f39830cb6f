'use client';
/**
 * Where a list stands, in the URL: `?q=web&sort=-name&status=run&cols=-size&page=2`. Shared and reloaded
 * links show the same.
 */
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { Filter } from './columns';

export interface ListState {
  /** Search text; empty for none. */
  q: string;
  /** Column to sort by; null keeps the backend's order. */
  sort: { id: string; desc: boolean } | null;
  /** From 1. */
  page: number;
  /** The chosen value of each filter that has one. */
  filters: Readonly<Record<string, string>>;
  /** How the columns differ from the default: `-size.month` hides one and shows one. */
  cols: string;
}

/** What must be known of a filter to read it: a value that it doesn't offer counts as none. */
type Known = Pick<Filter<never>, 'id' | 'options'>;
const none: readonly Known[] = [];

/** Reads the state from a query string; what can't be read is the default. */
export function readListState(
  query: { get(name: string): string | null },
  filters: readonly Known[] = none,
): ListState {
  const sort = query.get('sort') ?? '';
  const page = Number(query.get('page'));
  return {
    q: query.get('q') ?? '',
    sort:
      sort === '' || sort === '-'
        ? null
        : { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') },
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    filters: Object.fromEntries(
      filters.flatMap(({ id, options }) => {
        const given = query.get(id);
        return options.some(({ value }) => value === given) ? [[id, given ?? '']] : [];
      }),
    ),
    cols: query.get('cols') ?? '',
  };
}

/**
 * The query string with a part of the state changed, all else kept, defaults left out. Everything but
 * other columns goes back to page 1. A filter is taken out by the empty text.
 */
export function writeListState(query: string, change: Partial<ListState>): string {
  const next = new URLSearchParams(query);
  const set = (name: string, value: string) =>
    value === '' ? next.delete(name) : next.set(name, value);
  const { q, sort, filters, cols, page } = change;
  if (q !== undefined) set('q', q);
  if (sort !== undefined) set('sort', sort ? `${sort.desc ? '-' : ''}${sort.id}` : '');
  for (const [id, value] of Object.entries(filters ?? {})) set(id, value);
  if (cols !== undefined) set('cols', cols);
  const elsewhere = q !== undefined || sort !== undefined || filters !== undefined;
  if (page !== undefined) set('page', page > 1 ? String(page) : '');
  else if (elsewhere) next.delete('page');
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** Puts a query string into the URL; no server is asked. `push` lets the back button return. */
export function goTo(search: string, push: boolean): void {
  const url = `${window.location.pathname}${search}`;
  if (push) window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
}

/** Changes a part of the state. Filters and pages are steps that the back button undoes; typing and sorting are not. */
export type ChangeList = (change: Partial<ListState>) => void;

/** The list's state and how to change it. @param filters memoized */
export function useListState(filters: readonly Known[] = none): readonly [ListState, ChangeList] {
  const query = useSearchParams();
  const state = useMemo(() => readListState(query, filters), [query, filters]);
  const change = useCallback((part: Partial<ListState>) => {
    const next = writeListState(window.location.search, part);
    if (next === window.location.search) return;
    goTo(next, part.page !== undefined || part.filters !== undefined);
  }, []);
  return [state, change];
}
