'use client';
import { useSearchParams } from 'next/navigation';
import type { PageRead } from '@/components/parts/files/read-pages';
import type { ReadRef } from '@/lib/contract';
import type { Input, Row } from '@/lib/contract/types';
import { readFresh, request } from '@/lib/query/fetcher';
import { useAccountOf } from '@/lib/query/scope';
import type { Query } from '@/lib/resources/resource';

/**
 * Gives a function that reads any page of the list that the URL asks for, with its search, filters and sorting.
 * @param inputOf the input of the list's read, from the page's URL
 */
export function usePageRead<R extends ReadRef>(
  ref: R,
  inputOf: (query: Query) => Input<R>,
): PageRead<Row<R>> {
  const accountOf = useAccountOf();
  const params = useSearchParams();
  return (page, signal) => {
    const query = { get: (name: string) => (name === 'page' ? String(page) : params.get(name)) };
    const answer = readFresh(() =>
      request(ref, inputOf(query), { account: accountOf(ref), signal }),
    ) as Promise<unknown>;
    return answer as ReturnType<PageRead<Row<R>>>;
  };
}
