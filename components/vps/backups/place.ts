'use client';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { nameOf } from '@/components/vps/instances/machine';
import { useShownStatus } from '@/components/vps/instances/pending-verbs';
import type { Detail } from '@/components/vps/instances/use-instance';
import { useVerbReason, type VerbReason } from '@/components/vps/instances/verb-reason';
import { transient } from '@/lib/contract/states';
import { paths } from '@/lib/paths';

/** Where the tab stands: whose machine, which, and what its state allows. */
export interface Place {
  /** Slug of the account. */
  account: string;
  /** Uuid of the instance. */
  instance: string;
  /** The instance's name. */
  name: string;
  /** Path of this tab. */
  href: string;
  machine: Detail;
  /** Work is in progress on it. */
  busy: boolean;
  /** Goes by what the key may do, too. */
  why: VerbReason;
}

/** What the tab knows of its machine. */
export function usePlace(account: string, detail: Detail): Place {
  const { status, operation_flag } = useShownStatus(detail);
  const refusal = useRefusal(account, 'write_instance');
  const ofState = useVerbReason();
  const why = useCallback<VerbReason>(
    (verb, machine) => refusal ?? ofState(verb, machine),
    [refusal, ofState],
  );
  return {
    account,
    instance: detail.uuid,
    name: nameOf(detail),
    href: paths.instancePart(account, detail.uuid, 'backups'),
    machine: detail,
    busy: transient(status, operation_flag),
    why,
  };
}

/** Does something once work on the machine has ended: what it changed is there then. */
export function useWhenSettled(busy: boolean, act: () => void): void {
  const before = useRef(busy);
  const settled = useEffectEvent(act);
  useEffect(() => {
    if (before.current && !busy) settled();
    before.current = busy;
  }, [busy]);
}
