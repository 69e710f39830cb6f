'use client';
/**
 * The actions that this page has started on machines. A machine shows the status that its pending action leads to until
 * the backend's own answer shows it. A delete stays pending until the machine is gone, because the backend reports it
 * as “Stopping” only.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import {
  type InstanceVerb,
  canonicalStatus,
  instanceActions,
  transient,
  type InstanceAction,
} from '@/lib/contract/states';
import type { Machine } from './machine';

interface PendingVerb {
  verb: InstanceVerb;
  /** Whether the backend has accepted the action. */
  accepted: boolean;
}

let pending: ReadonlyMap<string, PendingVerb> = new Map();
const none: ReadonlyMap<string, PendingVerb> = pending;
const listeners = new Set<() => void>();

function set(uuid: string, value: PendingVerb | null) {
  const next = new Map(pending);
  if (value) next.set(uuid, value);
  else next.delete(uuid);
  pending = next;
  for (const listener of listeners) listener();
}

/** Runs an action. The machine shows the status that the action leads to while it runs. */
export async function withPendingVerb<T>(
  uuid: string,
  verb: InstanceVerb,
  work: () => Promise<T>,
): Promise<T> {
  set(uuid, { verb, accepted: false });
  try {
    const result = await work();
    set(uuid, verb === 'delete' ? { verb, accepted: true } : null);
    return result;
  } catch (error) {
    set(uuid, null);
    throw error;
  }
}

/** Forgets an accepted delete when the backend shows that the machine is no longer changing. */
export function useForgetSettled(answer: Machine | readonly Machine[] | undefined): void {
  useEffect(() => {
    for (const { uuid, status, operation_flag } of answer ? [answer].flat() : []) {
      if (pending.get(uuid)?.accepted && !transient(status, operation_flag)) set(uuid, null);
    }
  }, [answer]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function usePendingVerbs(): ReadonlyMap<string, PendingVerb> {
  return useSyncExternalStore(
    subscribe,
    () => pending,
    () => none,
  );
}

/** Returns a function that gives a machine the status that its pending action leads to. */
export function useShownStatusOf(): <M extends Machine>(machine: M) => M {
  const all = usePendingVerbs();
  return useCallback(
    (machine) => {
      const verb = all.get(machine.uuid)?.verb;
      const becomes = verb ? (instanceActions[verb] as InstanceAction).becomes : undefined;
      if (!becomes || canonicalStatus(machine.status) === 'deleted') return machine;
      return { ...machine, status: becomes };
    },
    [all],
  );
}

/** Returns the machine with the status that its pending action leads to; unchanged when no action is pending. */
export function useShownStatus<M extends Machine>(machine: M): M {
  return useShownStatusOf()(machine);
}

/** Whether this page has started to delete the machine. */
export function useBeingDeleted(uuid: string): boolean {
  return usePendingVerbs().get(uuid)?.verb === 'delete';
}
