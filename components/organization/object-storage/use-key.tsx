'use client';
/** The storage key that the session has for this organization or project. */
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import type { StorageKeyView } from '@/lib/storage/storage-api';
import { forgetKey, linkKey, readKey } from './calls';
import type { NewKey } from './credentials-file';

interface Access {
  /** Whether the operator has set the endpoint that a key is for. */
  linkable: boolean;
  /** The key that was linked when the server drew the page. */
  linked: StorageKeyView | null;
}

const AccessContext = createContext<Access>({ linkable: false, linked: null });

/** Gives its content what the server knows of the storage key. */
export function StorageAccess({ children, ...access }: Access & { children: ReactNode }) {
  return <AccessContext value={access}>{children}</AccessContext>;
}

/** Whether a key can be linked at all. */
export const useLinkable = (): boolean => useContext(AccessContext).linkable;

/** The start of the cache keys of everything that is read with a storage key. */
export const storageKey = (identity: string, uuid: string) => [identity, 'storage', uuid] as const;

/** The linked key; null without one. */
export function useLinkedKey(): UseQueryResult<StorageKeyView | null, ProblemError> {
  const { identity } = usePerson();
  const { linked } = useContext(AccessContext);
  const params = groupParams(useGroup());
  return useQuery<StorageKeyView | null, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'key'],
    queryFn: ({ signal }) => readKey(params, signal),
    initialData: linked,
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** Links a key, and forgets it. Both throw a `ProblemError`. */
export function useKeyChanges() {
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const client = useQueryClient();
  const kept = storageKey(identity, params.uuid);
  const set = (key: StorageKeyView | null) => {
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
