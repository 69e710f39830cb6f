'use client';
/**
 * Whether a bucket is public. The provider's API sets it (A58), and tells it nowhere: the console knows only what the person has set in
 * this tab, until the sign-out.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { serverNow } from '@/lib/clock';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { keepInTab, readInTab } from '@/lib/query/storage';
import { groupParams } from '../vms/group';
import { storageKey } from './use-key';

export type Policy = 'public' | 'private';

/** What was set, and when (ISO 8601). */
export interface SetPolicy {
  policy: Policy;
  at: string;
}

type Policies = Readonly<Record<string, SetPolicy>>;

const isSet = (value: unknown): value is SetPolicy =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'policy' in value &&
  (value.policy === 'public' || value.policy === 'private');

/** Reads what the tab keeps; an older version may have written something else. */
export function policiesIn(kept: unknown): Policies {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, SetPolicy] => isSet(entry[1])),
  );
}

const nameOf = (uuid: string) => `bucket-policies:${uuid}`;

/** What was set here, by the names of buckets, and a function that notes it; null forgets a bucket. What the storage itself said is read again. */
export function usePolicies() {
  const { identity } = usePerson();
  const { uuid } = groupParams(useGroup());
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: [identity, nameOf(uuid)],
    queryFn: () => policiesIn(readInTab(identity, nameOf(uuid))),
    networkMode: 'always',
    staleTime: Infinity,
  });
  const note = useCallback(
    (bucket: string, policy: Policy | null) => {
      const { [bucket]: _before, ...others } = policiesIn(readInTab(identity, nameOf(uuid)));
      const at = new Date(serverNow()).toISOString();
      const next = policy === null ? others : { ...others, [bucket]: { policy, at } };
      keepInTab(identity, nameOf(uuid), next);
      client.setQueryData([identity, nameOf(uuid)], next);
      for (const what of ['policy', 'proof'])
        void client.invalidateQueries({ queryKey: [...storageKey(identity, uuid), what, bucket] });
    },
    [client, identity, uuid],
  );
  return { policies: data ?? none, note };
}

const none: Policies = {};
