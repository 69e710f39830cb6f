'use client';
/** What is set for a bucket, read with the linked key and changed with it. */
import { useQuery } from '@tanstack/react-query';
import type { ProblemError } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import type { BucketCors, BucketPolicy, Proof, Versioning } from '@/lib/storage/shapes';
import { groupParams } from '../vms/group';
import { readCors, readPolicy, readProof, readVersioning } from './calls';
import { useLinkedKey } from './use-key';
import { useKept, type Setting } from './use-settings-changed';

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

export const useVersioning = (bucket: string, enabled = true) =>
  useSetting<Versioning>('versioning', bucket, readVersioning, enabled);

export const useCors = (bucket: string) => useSetting<BucketCors>('cors', bucket, readCors);
