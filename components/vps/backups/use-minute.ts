'use client';
import { useSyncExternalStore } from 'react';
import { serverNow } from '@/lib/clock';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
const minute = 60_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, minute / 4);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const current = () => Math.floor(serverNow() / minute) * minute;

/**
 * The minute that it is, in milliseconds since 1970: on the server, and until the browser has taken over, the one
 * of the server.
 */
export function useMinute(server: number): number {
  return useSyncExternalStore(subscribe, current, () => server);
}

const noZone = () => null;
const stay = () => () => {};

/** Minutes east of UTC where the viewer is at an instant; null until the browser has taken over. */
export function useViewerOffset(instant: number): number | null {
  return useSyncExternalStore(stay, () => -new Date(instant).getTimezoneOffset(), noZone);
}
