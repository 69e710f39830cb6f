'use client';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from 'react';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { nameOf } from '@/components/vps/instances/machine';
import { useShownStatus } from '@/components/vps/instances/pending-verbs';
import type { Detail } from '@/components/vps/instances/use-instance';
import { useVerbReason, type VerbReason } from '@/components/vps/instances/verb-reason';
import { transient } from '@/lib/contract/states';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** What every part of the tab needs: the machine, the actions that it allows now, and the server's time. */
export interface BackupsTab {
  /** Uuid of the instance. */
  instance: string;
  /** The instance's name. */
  name: string;
  /** Path of this tab. */
  href: string;
  machine: Detail;
  /** Whether work is in progress on the machine. */
  busy: boolean;
  /** Says why an action is not possible: by the rights of the key, then by the status of the machine. */
  why: VerbReason;
  /** The server's time when it rendered the page, in milliseconds since 1970. */
  now: number;
}

/** Gives the tab and its dialogs what they share. */
export const BackupsContext = createContext<BackupsTab | null>(null);

/** Reads what the parts of the tab share. @throws Error outside the tab */
export function useBackupsTab(): BackupsTab {
  const tab = useContext(BackupsContext);
  if (!tab) throw new Error('used outside the backups of an instance');
  return tab;
}

/** Builds the value of the tab's context from the machine. */
export function useBackupsTabValue(detail: Detail, now: number): BackupsTab {
  const account = useAccount();
  const { status, operation_flag } = useShownStatus(detail);
  const refusal = useRefusal('write_instance');
  const ofState = useVerbReason();
  const why = useCallback<VerbReason>(
    (verb, machine) => refusal ?? ofState(verb, machine),
    [refusal, ofState],
  );
  const busy = transient(status, operation_flag);
  return useMemo(
    () => ({
      instance: detail.uuid,
      name: nameOf(detail),
      href: paths.instancePart(account, detail.uuid, 'backups'),
      machine: detail,
      busy,
      why,
      now,
    }),
    [account, detail, busy, why, now],
  );
}

/** Calls `act` when the machine is no longer busy, because the lists of copies may have changed by then. */
export function useWhenSettled(busy: boolean, act: () => void): void {
  const before = useRef(busy);
  const settled = useEffectEvent(act);
  useEffect(() => {
    if (before.current && !busy) settled();
    before.current = busy;
  }, [busy]);
}
