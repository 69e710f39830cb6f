'use client';
/** What is kept of a bucket's settings. It stands apart, so that lists don't load what reads them. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import { storageKey } from './use-key';

export type Setting = 'policy' | 'proof' | 'versioning' | 'cors';

/** The start of the cache keys of settings. */
export function useKept() {
  const { identity } = usePerson();
  return storageKey(identity, groupParams(useGroup()).uuid);
}

/** Returns a function that reads some settings of a bucket again. */
export function useSettingsChanged() {
  const client = useQueryClient();
  const [identity, kind, uuid] = useKept();
  return useCallback(
    (bucket: string, ...changed: Setting[]) =>
      Promise.all(
        changed.map((what) =>
          client.invalidateQueries({ queryKey: [identity, kind, uuid, what, bucket] }),
        ),
      ),
    [client, identity, kind, uuid],
  );
}
