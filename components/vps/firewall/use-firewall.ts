'use client';
import { useMemo } from 'react';
import type { QueryState } from '@/components/parts/answers/live';
import { useInstance } from '@/components/vps/instances/use-instance';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { readFirewall, type Firewall } from '@/lib/firewall/model';
import { readViewer, type Viewer } from '@/lib/firewall/viewer';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { firewallInputs } from './inputs';

/** A part of the firewall that couldn't be read, with how to ask again. */
export interface Trouble {
  problem: Problem;
  retry: () => void;
  retrying: boolean;
  /** An answer from before is still shown. */
  stale: boolean;
}

export interface FirewallState {
  rules: QueryState<Result<'D38'>>;
  /** Null until the rules are there. */
  firewall: Firewall | null;
  policyTrouble: Trouble | null;
  setsTrouble: Trouble | null;
  /** More rules than one page of the list holds: what the backend says there are, and how many are here. */
  partial: { total: number; shown: number } | null;
}

/** Problems of the server's own reads, shown until the browser's. */
export interface FirstProblems {
  policy: Problem | null;
  rules: Problem | null;
  sets: Problem | null;
}

function troubleOf(query: QueryState<unknown>, first: Problem | null): Trouble | null {
  const problem = query.error?.problem ?? (query.data ? null : first);
  if (!problem) return null;
  const retry = () => void query.refetch();
  return { problem, retry, retrying: query.isFetching, stale: Boolean(query.data) };
}

/** The firewall of an instance, followed live. */
export function useFirewall(instance: string, first: FirstProblems): FirewallState {
  const inputs = firewallInputs(instance);
  const policy = useBackendQuery('D35', inputs.policy, { poll: 'slow' });
  const rules = useBackendQuery('D38', inputs.rules, { poll: 'slow' });
  const sets = useBackendQuery('D43', inputs.sets, { poll: 'slow' });
  const firewall = useMemo(
    () =>
      rules.data
        ? readFirewall(policy.data ?? null, rules.data.data, sets.data?.data ?? null)
        : null,
    [policy.data, rules.data, sets.data],
  );
  const total = rules.data?.page?.total ?? 0;
  const shown = rules.data?.data.length ?? 0;
  return {
    firewall,
    policyTrouble: troubleOf(policy, first.policy),
    rules,
    setsTrouble: troubleOf(sets, first.sets),
    partial: total > shown ? { total, shown } : null,
  };
}

/** What the page knows of the machine itself. */
export interface MachineFacts {
  name: string;
  viewer: Viewer;
  /** It is going: nothing is changed about it any more. */
  deleting: boolean;
}

/** @param seen the address that the server sees the viewer by */
export function useMachineFacts(instance: string, seen: string | null): MachineFacts {
  const { data } = useInstance(instance);
  const address = data?.ip_address;
  const viewer = useMemo(() => readViewer(seen, address), [seen, address]);
  const status = canonicalStatus(data?.status);
  return {
    name: data?.hostname ?? instance,
    viewer,
    deleting: status === 'deleting' || status === 'deleted',
  };
}
