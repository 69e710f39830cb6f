'use client';
/** The storage key that the session has for this organization or project. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import { forgetKey, linkKey, readKey, type LinkedKey } from './calls';
import type { NewKey } from './credentials-file';

/** The start of the cache keys of everything that is read with a storage key. */
export const storageKey = (identity: string, uuid: string) =>
  [identity, 'storage', uuid] as const;

/** Reads the linked key; null without one. */
export function useLinkedKey(): UseQueryResult<LinkedKey | null, ProblemError> {
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  return useQuery<LinkedKey | null, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'key'],
    queryFn: ({ signal }) => readKey(params, signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Links a key, and forgets it. Both throw a `ProblemError`. */
export function useKeyChanges() {
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const client = useQueryClient();
  const kept = storageKey(identity, params.uuid);
  const set = (key: LinkedKey | null) => {
    client.removeQueries({ queryKey: kept, predicate: ({ queryKey }) => queryKey[3] !== 'key' });
    client.setQueryData([...kept, 'key'], key);
  };
  // Not a mutation of React Query, which would keep its input: a secret.
  const link = async (key: NewKey) => set(await linkKey(params, key));
  const forget = async () => {
    await forgetKey(params);
    set(null);
  };
  return { link, forget };
}
