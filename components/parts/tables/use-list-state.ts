'use client';
/**
 * The state of a list in the URL: `?q=web&sort=-name&status=run&cols=-size&page=2`. A shared or reloaded link shows the
 * same rows.
 */
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { Filter } from './columns';

/** The state of a list. */
export interface ListState {
  /** Search text; empty for none. */
  q: string;
  /** Column to sort by; null for the backend's order. */
  sort: { id: string; desc: boolean } | null;
  /** From 1. */
  page: number;
  /** The chosen value of each filter that has one. */
  filters: Readonly<Record<string, string>>;
  /** Difference of the columns from the default: `-size.month` hides one and shows one. */
  cols: string;
}

/** What reading a filter needs. A value that it doesn't offer counts as none. */
type Known = Pick<Filter<never>, 'id' | 'options'>;
const none: readonly Known[] = [];

/** Reads the state from a query string. Invalid parts take their default. */
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
 * The query string after a change. Other parameters stay, and defaults are left out. Every change except columns goes
 * back to page 1. An empty text removes a filter.
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

/** Puts a query string into the URL without asking the server. `push` adds a history entry. */
export function goTo(search: string, push: boolean): void {
  const url = `${window.location.pathname}${search}`;
  if (push) window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
}

/**
 * Changes a part of the state. The back button undoes filters and pages, not typing and sorting. What depends on the
 * state is a function of it: the page may not have drawn the last change yet when a key is pressed again.
 */
export type ChangeList = (
  change: Partial<ListState> | ((now: ListState) => Partial<ListState>),
) => void;

/** The list's state and a function that changes it. @param filters memoized */
export function useListState(filters: readonly Known[] = none): readonly [ListState, ChangeList] {
  const query = useSearchParams();
  const state = useMemo(() => readListState(query, filters), [query, filters]);
  const change: ChangeList = useCallback(
    (by) => {
      const { search } = window.location;
      const part =
        typeof by === 'function' ? by(readListState(new URLSearchParams(search), filters)) : by;
      const next = writeListState(search, part);
      if (next !== search) goTo(next, part.page !== undefined || part.filters !== undefined);
    },
    [filters],
  );
  return [state, change];
}
