'use client';
/** What is set for a bucket, read with the linked key and changed with it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { BucketCors, BucketPolicy, Proof, Versioning } from '@/lib/storage/shapes';
import { groupParams } from '../vms/group';
import { readCors, readPolicy, readProof, readVersioning } from './calls';
import { storageKey, useLinkedKey } from './use-key';

type Setting = 'policy' | 'proof' | 'versioning' | 'cors';

function useKept() {
  const { identity } = usePerson();
  return storageKey(identity, groupParams(useGroup()).uuid);
}

function useSetting<Answer>(
  what: Setting,
  bucket: string,
  read: (...of: Parameters<typeof readPolicy>) => Promise<Answer>,
  enabled = true,
) {
  const params = groupParams(useGroup());
  const linked = Boolean(useLinkedKey().data);
  return useQuery<Answer, ProblemError>({
    queryKey: [...useKept(), what, bucket],
    queryFn: ({ signal }) => read(params, bucket, signal),
    enabled: enabled && linked,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Reads the policy of a bucket, where a key is linked. */
export const usePolicy = (bucket: string, enabled = true) =>
  useSetting<BucketPolicy>('policy', bucket, readPolicy, enabled);

/** Asks the storage without a signature. */
export const useProof = (bucket: string) => useSetting<Proof>('proof', bucket, readProof);

export const useVersioning = (bucket: string) =>
  useSetting<Versioning>('versioning', bucket, readVersioning);

export const useCors = (bucket: string) => useSetting<BucketCors>('cors', bucket, readCors);

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
