import { useSyncExternalStore } from 'react';

/** A value of the page that components show and anybody sets. Browser-safe. */
export interface Store<Value> {
  subscribe: (listener: () => void) => () => void;
  current: () => Value;
  /** What the server's HTML goes by. */
  onServer: () => Value;
  set: (next: Value) => void;
}

/** @param initial stands on the server, and until it is set */
export function makeStore<Value>(initial: Value): Store<Value> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => value,
    onServer: () => initial,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

/** The value of a store; the component is drawn again when it is set. */
export const useStore = <Value>({ subscribe, current, onServer }: Store<Value>): Value =>
  useSyncExternalStore(subscribe, current, onServer);
