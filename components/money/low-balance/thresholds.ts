'use client';
/** From which balance on the console warns this person, by scope. The browser keeps it over a sign-out. */
import { useMemo, useSyncExternalStore } from 'react';
import { keepLasting, lastingKey, readLasting } from '@/lib/query/storage';
import { makeStore } from '@/lib/store';

/** Rupiah by the key of a scope: `o/{org}`, `vps/{account}`. */
export type Thresholds = Readonly<Record<string, number>>;

/** Reads what was kept; what isn't an amount of rupiah is left out. */
export function thresholdsOf(kept: unknown): Thresholds {
  if (typeof kept !== 'object' || kept === null) return {};
  const right = Object.entries(kept).filter(
    (entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] > 0,
  );
  return Object.fromEntries(right);
}

/** Counts the changes in this tab; other tabs are told by the browser's `storage` event. */
const changes = makeStore(0);

/**
 * Keeps the amount below which the balance of a scope is low; null forgets it.
 * @returns whether the browser keeps it
 */
export function keepThreshold(identity: string, scope: string, amount: number | null): boolean {
  const { [scope]: _, ...others } = thresholdsOf(readLasting(identity, 'low-balance'));
  const next = amount === null ? others : { ...others, [scope]: amount };
  const kept = keepLasting(identity, 'low-balance', Object.keys(next).length === 0 ? null : next);
  changes.set(changes.current() + 1);
  return kept;
}

/** The amounts of this person, as they change in this tab and in others. None in the server's HTML. */
export function useThresholds(identity: string): Thresholds {
  const text = useSyncExternalStore(
    (changed) => {
      const heard = ({ key }: StorageEvent) => {
        if (key === null || key === lastingKey(identity, 'low-balance')) changed();
      };
      const stop = changes.subscribe(changed);
      window.addEventListener('storage', heard);
      return () => {
        stop();
        window.removeEventListener('storage', heard);
      };
    },
    () => JSON.stringify(readLasting(identity, 'low-balance')),
    () => 'null',
  );
  return useMemo(() => thresholdsOf(JSON.parse(text)), [text]);
}
