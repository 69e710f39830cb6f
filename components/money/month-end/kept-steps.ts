/** What this tab keeps of a month's reading, so that a reload goes on where it was. Dropped at sign-out. Browser-safe. */
import { serverNow } from '@/lib/clock';
import { keepInTab, readInTab } from '@/lib/query/storage';
import type { MonthReader } from './read-month';

/** Milliseconds that a kept step is good for: an invoice may be paid meanwhile. */
const goodFor = 30 * 60_000;

interface KeptStep {
  /** When it was taken, in milliseconds since 1970. */
  at: number;
  value: unknown;
}

function isKept(kept: unknown): kept is KeptStep {
  if (typeof kept !== 'object' || kept === null) return false;
  return 'at' in kept && typeof kept.at === 'number' && 'value' in kept;
}

/** How the names of all kept steps of a month begin. */
export const keptStart = (month: string): string => `month-end:1:${month}:`;

/** Takes the steps of an account's month; what was taken shortly before is given again. */
export function keptSteps(
  identity: string,
  month: string,
  place: string,
  signal?: AbortSignal,
): MonthReader['step'] {
  return async <T>(name: string, take: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    const key = `${keptStart(month)}${place}:${name}`;
    const kept = readInTab(identity, key);
    if (isKept(kept) && serverNow() - kept.at < goodFor) return kept.value as T;
    const value = await take();
    // A reading that was stopped to forget everything keeps nothing more.
    if (!signal?.aborted) keepInTab(identity, key, { at: serverNow(), value } satisfies KeptStep);
    return value;
  };
}
