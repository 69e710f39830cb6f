'use client';
/**
 * What this page has just asked of which machine, shown until the backend's own answer shows it. A
 * delete stays until the machine is gone: the backend says no more than “Stopping” of it.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { InstanceVerb } from '@/lib/contract/states';
import {
  canonicalStatus,
  instanceActions,
  transient,
  type InstanceAction,
} from '@/lib/contract/states';
import type { Machine } from './machine';

interface Asked {
  verb: InstanceVerb;
  /** The backend has taken it on. */
  accepted: boolean;
}

let asked: ReadonlyMap<string, Asked> = new Map();
const none: ReadonlyMap<string, Asked> = asked;
const listeners = new Set<() => void>();

function set(uuid: string, value: Asked | null) {
  const next = new Map(asked);
  if (value) next.set(uuid, value);
  else next.delete(uuid);
  asked = next;
  for (const listener of listeners) listener();
}

/** Runs the work of a verb, showing its state meanwhile. */
export async function whileAsking<T>(
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

/** Forgets accepted deletes of machines that the backend shows at rest again. */
export function useReview(answer: Machine | readonly Machine[] | undefined): void {
  useEffect(() => {
    for (const { uuid, status, operation_flag } of answer ? [answer].flat() : []) {
      if (asked.get(uuid)?.accepted && !transient(status, operation_flag)) set(uuid, null);
    }
  }, [answer]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function useAsked(): ReadonlyMap<string, Asked> {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => none,
  );
}

/** Gives any machine the state that what was just asked of it leads to. */
export function useNowOf(): <M extends Machine>(machine: M) => M {
  const all = useAsked();
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

/** The machine with the state that what was just asked of it leads to. */
export function useNow<M extends Machine>(machine: M): M {
  return useNowOf()(machine);
}

/** Whether this page has asked for the machine's end. */
export function useBeingDeleted(uuid: string): boolean {
  return useAsked().get(uuid)?.verb === 'delete';
}
