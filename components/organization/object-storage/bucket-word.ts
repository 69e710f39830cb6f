'use client';
/** What anyone may do with a bucket, in one word: as the storage says it where a key is linked, else as it was set in this tab. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BucketPolicy, PublicRights } from '@/lib/storage/shapes';
import { usePolicies, type Policy } from './policies';
import { useKept } from './use-settings-changed';

export type BucketWord = 'writable' | 'public' | 'partly' | 'private';

/** A bucket with what is known of it. */
export interface KnownBucket {
  name: string;
  word?: BucketWord | undefined;
}

/** In one word what a policy gives to anyone. */
export function wordOf({ read, list, write, delete: remove }: PublicRights): BucketWord {
  if (write === 'yes' || remove === 'yes') return 'writable';
  if (read === 'yes' || list === 'yes') return 'public';
  return [read, list, write, remove].includes('some') ? 'partly' : 'private';
}

/** The provider's API sets these two; one that holds already isn't offered. */
export const holds = ({ word }: KnownBucket, policy: Policy): boolean => word === policy;

/** Adds to buckets what is known. It asks for nothing: each row asks when it comes into view (`BucketAccess`). */
export function useKnownBuckets<Of extends { name: string }>(
  buckets: readonly Of[],
): (Of & KnownBucket)[] {
  const kept = useKept();
  const { policies } = usePolicies();
  const words = useQueries({
    queries: buckets.map(({ name }) => ({
      queryKey: [...kept, 'policy', name],
      queryFn: (): Promise<BucketPolicy> => Promise.reject(new Error('asked for by its row')),
      enabled: false,
    })),
    combine: wordsOf,
  });
  return useMemo(
    () =>
      buckets.map((bucket, at) => ({
        ...bucket,
        word: words[at] ?? policies[bucket.name]?.policy,
      })),
    [buckets, words, policies],
  );
}

const wordsOf = (answers: readonly { data: BucketPolicy | undefined }[]) =>
  answers.map(({ data }) => data && wordOf(data.says));
