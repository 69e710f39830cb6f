'use client';
/** What the store tells of an object and its versions, by the linked key. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { ObjectDetails, ObjectRef, VersionPage } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { readObject, readVersions } from '../calls';
import { storageKey } from '../use-key';

/** The cache key of what is read of an object. */
function useKeyOf(what: string, of: readonly (string | undefined)[]) {
  const { identity } = usePerson();
  return [...storageKey(identity, groupParams(useGroup()).uuid), what, ...of];
}

/** Asked once, and again when somebody asks: the person decides when a store is tried again. */
const patient = { retry: false, refetchOnWindowFocus: false } as const;

/** Reads an object's details. Its problem is `not_found` where there is none, also after a deletion that left a marker. */
export function useObject(ref: ObjectRef) {
  const params = groupParams(useGroup());
  return useQuery<ObjectDetails, ProblemError>({
    queryKey: useKeyOf('object', [ref.bucket, ref.key, ref.version]),
    queryFn: ({ signal }) => readObject(params, ref, signal),
    ...patient,
  });
}

/** Reads the versions of a key page by page, newest first. */
export function useVersions({ bucket, key }: ObjectRef) {
  const params = groupParams(useGroup());
  return useInfiniteQuery<
    VersionPage,
    ProblemError,
    VersionPage['versions'],
    string[],
    string | null
  >({
    queryKey: useKeyOf('versions', [bucket, key]) as string[],
    queryFn: ({ pageParam, signal }) =>
      readVersions(params, { bucket, key, token: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ versions }) => versions),
    ...patient,
  });
}

/** Returns a function that reads a key, its versions and the folders that list it again. Memoized. */
export function useObjectChanged() {
  const { identity } = usePerson();
  const client = useQueryClient();
  const { uuid } = groupParams(useGroup());
  return useCallback(
    ({ bucket, key }: ObjectRef) => {
      const kept = storageKey(identity, uuid);
      return Promise.all([
        client.invalidateQueries({ queryKey: [...kept, 'object', bucket, key] }),
        client.invalidateQueries({ queryKey: [...kept, 'versions', bucket, key] }),
        client.invalidateQueries({ queryKey: [...kept, 'objects', bucket] }),
      ]);
    },
    [client, identity, uuid],
  );
}
