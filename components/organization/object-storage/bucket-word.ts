'use client';
/** What anyone may do with a bucket, in one word: as the storage says it where a key is linked, else as it was set in this tab. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { PublicRights } from '@/lib/storage/shapes';
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

type Words = Readonly<Record<string, BucketWord>>;

const none: Words = {};

/** The words of the buckets whose policies were read, by their names. They stand apart, so that lists load no reads of policies. */
const useWords = (): Words =>
  useQuery({
    queryKey: [...useKept(), 'words'],
    queryFn: () => none,
    enabled: false,
  }).data ?? none;

/** Notes what the storage said of a bucket. */
export function useNotedWord(bucket: string, word: BucketWord | undefined): void {
  const client = useQueryClient();
  const [identity, kind, uuid] = useKept();
  useEffect(() => {
    if (word)
      client.setQueryData<Words>([identity, kind, uuid, 'words'], (before) => ({
        ...before,
        [bucket]: word,
      }));
  }, [client, identity, kind, uuid, bucket, word]);
}

/** Adds to buckets what is known. It asks for nothing: each row asks when it comes into view (`BucketAccess`). */
export function useKnownBuckets<Of extends { name: string }>(
  buckets: readonly Of[],
): (Of & KnownBucket)[] {
  const words = useWords();
  const { policies } = usePolicies();
  return useMemo(
    () =>
      buckets.map((bucket) => ({
        ...bucket,
        word: words[bucket.name] ?? policies[bucket.name]?.policy,
      })),
    [buckets, words, policies],
  );
}
