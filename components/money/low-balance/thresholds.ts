'use client';
/** From which balance on the console warns this person, by scope. The browser keeps it over a sign-out. */
import { useMemo } from 'react';
import { keepLasting, readLasting } from '@/lib/query/storage';
import { useLasting } from '@/lib/query/use-lasting';

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

/**
 * Keeps the amount below which the balance of a scope is low; null forgets it.
 * @returns whether the browser keeps it
 */
export function keepThreshold(identity: string, scope: string, amount: number | null): boolean {
  const { [scope]: _, ...others } = thresholdsOf(readLasting(identity, 'low-balance'));
  const next = amount === null ? others : { ...others, [scope]: amount };
  return keepLasting(identity, 'low-balance', Object.keys(next).length === 0 ? null : next);
}

/** The amounts of this person, as they change in this tab and in others. None in the server's HTML. */
export function useThresholds(identity: string): Thresholds {
  const kept = useLasting(identity, 'low-balance');
  return useMemo(() => thresholdsOf(kept), [kept]);
}
