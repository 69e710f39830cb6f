'use client';
import { useEffect } from 'react';
import { useListState } from './use-list-state';

/**
 * Goes to the last page if the page in the URL doesn't exist any more. @param list of a backend that pages; undefined
 * while it loads
 */
export function usePageWithin(
  list: { data: readonly unknown[]; page: { last_page: number | null } | null } | undefined,
): void {
  const [state, change] = useListState();
  const last = list?.page?.last_page ?? null;
  const beyond = list?.data.length === 0 && last !== null && last > 0 && state.page > last;
  useEffect(() => {
    if (beyond) change({ page: last });
  }, [beyond, last, change]);
}
