'use client';
import { useMemo } from 'react';
import { useInstance } from '@/components/vps/instances/use-instance';
import { canonicalStatus } from '@/lib/contract/states';
import { readFirewall } from '@/lib/firewall/model';
import { readViewer } from '@/lib/firewall/viewer';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { firewallInputs } from './inputs';

/** The reads of the firewall of an instance, followed live, and what they mean together. */
export function useFirewall(instance: string) {
  const inputs = firewallInputs(instance);
  const policy = useBackendQuery('D35', inputs.policy, { poll: 'slow' });
  const rules = useBackendQuery('D38', inputs.rules, { poll: 'slow' });
  const sets = useBackendQuery('D43', inputs.sets, { poll: 'slow' });
  /** Null until the rules are there. */
  const firewall = useMemo(
    () =>
      rules.data
        ? readFirewall(policy.data ?? null, rules.data.data, sets.data?.data ?? null)
        : null,
    [policy.data, rules.data, sets.data],
  );
  const total = rules.data?.page?.total ?? 0;
  const shown = rules.data?.data.length ?? 0;
  /** More rules than one page of the list holds: what the backend says there are, and how many are here. */
  const partial = total > shown ? { total, shown } : null;
  return { policy, rules, sets, firewall, partial };
}

/** @param seen the address that the server sees the viewer by */
export function useMachineFacts(instance: string, seen: string | null) {
  const { data } = useInstance(instance);
  const address = data?.ip_address;
  const viewer = useMemo(() => readViewer(seen, address), [seen, address]);
  const status = canonicalStatus(data?.status);
  /** Nothing is changed about a machine that is going. */
  const deleting = status === 'deleting' || status === 'deleted';
  return { viewer, deleting };
}
