'use client';
/**
 * The work that this browser knows of before a machine's own status shows it. An action that this page sends shows the
 * status that it leads to until the backend has answered. A delete shows until the machine is gone or the delete has
 * failed, because the backend reports it as “Stopping” only: the activity's entries tell of it, which outlast a reload,
 * are the same in all tabs and end after half an hour at most.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  type InstanceVerb,
  canonicalStatus,
  instanceActions,
  type InstanceAction,
} from '@/lib/contract/states';
import { useEntries, type Entry } from '@/lib/query/follow/entries';
import { usePerson } from '@/lib/query/person';
import type { Machine } from './machine';

let pending: ReadonlyMap<string, InstanceVerb> = new Map();
const none: ReadonlyMap<string, InstanceVerb> = pending;
const listeners = new Set<() => void>();

function set(uuid: string, verb: InstanceVerb | null) {
  const next = new Map(pending);
  if (verb) next.set(uuid, verb);
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
  set(uuid, verb);
  try {
    return await work();
  } finally {
    set(uuid, null);
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function usePendingVerbs(): ReadonlyMap<string, InstanceVerb> {
  return useSyncExternalStore(
    subscribe,
    () => pending,
    () => none,
  );
}

const isDelete = ({ ref, state }: Entry) => ref === 'D09' && state === 'running';

/** The uuids of the machines that this person is deleting in this browser. */
function useDeletes(): ReadonlySet<string> {
  const entries = useEntries(usePerson().identity);
  return useMemo(() => new Set(entries.filter(isDelete).map(({ id }) => id)), [entries]);
}

/** Returns a function that gives a machine the status that its work leads to. */
export function useShownStatusOf(): <M extends Machine>(machine: M) => M {
  const all = usePendingVerbs();
  const deletes = useDeletes();
  return useCallback(
    (machine) => {
      const verb = deletes.has(machine.uuid) ? 'delete' : all.get(machine.uuid);
      const becomes = verb ? (instanceActions[verb] as InstanceAction).becomes : undefined;
      if (!becomes || canonicalStatus(machine.status) === 'deleted') return machine;
      return { ...machine, status: becomes };
    },
    [all, deletes],
  );
}

/** Returns the machine with the status that its work leads to; unchanged when none is known. */
export function useShownStatus<M extends Machine>(machine: M): M {
  return useShownStatusOf()(machine);
}

/** Whether this person is deleting the machine in this browser. */
export function useBeingDeleted(uuid: string): boolean {
  const deletes = useDeletes();
  const verb = usePendingVerbs().get(uuid);
  return verb === 'delete' || deletes.has(uuid);
}
