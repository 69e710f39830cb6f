'use client';
/**
 * What the person needs to get into a machine that this page has just created. It is in memory alone, since it may hold
 * a password: a reload forgets it, and so does closing the panel. No URL, storage, log or draft holds it.
 */
import { useSyncExternalStore } from 'react';

/** How to get into a new machine. */
export interface Created {
  /** The first user. */
  user: string;
  /** The password if it was generated; null if the person typed it or chose a key in its place. */
  password: string | null;
  /** Names of the SSH keys that may sign in; empty if there are none. */
  keys: readonly string[];
  /** Whether an address that the internet reaches was ordered. */
  address: boolean;
}

let known: ReadonlyMap<string, Created> = new Map();
const listeners = new Set<() => void>();

function publish(next: ReadonlyMap<string, Created>) {
  known = next;
  for (const listener of listeners) listener();
}

/** Keeps how to get into a machine until `forgetCreated`, or until the page is loaded again. @param id of the machine */
export function noteCreated(id: string, created: Created): void {
  publish(new Map(known).set(id, created));
}

/** Forgets how to get into a machine. */
export function forgetCreated(id: string): void {
  publish(new Map([...known].filter(([each]) => each !== id)));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** How to get into a machine that this page has created; undefined for every other one. */
export function useCreated(id: string): Created | undefined {
  return useSyncExternalStore(
    subscribe,
    () => known.get(id),
    () => undefined,
  );
}
