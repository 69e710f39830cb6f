'use client';
/** The status filter of a list of machines, in the URL. */
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { readStatusFilter, type StatusFilterValue } from './status-filter';

/** The query string with another status filter, back on the first page. */
export function withStatusFilter(search: string, filter: StatusFilterValue | null): string {
  const next = new URLSearchParams(search);
  if (filter) next.set('status', filter);
  else next.delete('status');
  next.delete('page');
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filter and how to change it. No server is asked. */
export function useStatusFilter(): readonly [
  StatusFilterValue | null,
  (filter: StatusFilterValue | null) => void,
] {
  const query = useSearchParams();
  const change = useCallback((filter: StatusFilterValue | null) => {
    const { search, pathname } = window.location;
    window.history.replaceState(null, '', `${pathname}${withStatusFilter(search, filter)}`);
  }, []);
  return [readStatusFilter(query), change];
}
