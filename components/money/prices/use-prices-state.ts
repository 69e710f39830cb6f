'use client';
/**
 * The choices of the page of prices, kept in its URL:
 * `?location=2&cores=dedicated&cpu=2&memory=4&disk=60&q=ubuntu`.
 */
import { useMemo } from 'react';
import { readPrefill, type Prefill } from '@/components/vps/instances/wizard/prefill';
import { changeSearch, useSearch } from '../offers/url-search';
import { writePrices, type PricesChange } from './write-prices';

/** The choices of the page, and a function that changes them. */
export interface PricesState {
  prefill: Prefill;
  /** Search text of the operating systems. */
  q: string;
  /** Changes some choices. With `push`, the back button undoes it. */
  change: (part: PricesChange, push?: boolean) => void;
}

function change(part: PricesChange, push = false): void {
  changeSearch(writePrices(window.location.search, part), push);
}

/** Reads the choices from the URL. */
export function usePricesState(): PricesState {
  const search = useSearch();
  return useMemo(() => {
    const now = new URLSearchParams(search);
    return { prefill: readPrefill(now), q: now.get('q') ?? '', change };
  }, [search]);
}
