/**
 * Keeps a person's drafts and preferences in the browser, under `nusa:<identity hash>:<name>`, until sign-out. Never
 * secrets: a form's values go through `./drafts`. If the browser refuses storage, only drafts and preferences are
 * lost.
 */
import { isViewIdentity } from '@/lib/contract/view-as';
import { identityHash } from '@/lib/identity-hash';

const prefix = (identity: string) => `nusa:${identityHash(identity)}:`;

/** The full storage key, as a `storage` event names it. */
export const keptKey = (identity: string, name: string): string => prefix(identity) + name;

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise; // storage is full or not allowed
  }
}

/** The value under a name, or null. The caller checks its shape, since an older version may have written it. */
export function readKept(identity: string, name: string): unknown {
  return quietly(
    () => JSON.parse(localStorage.getItem(prefix(identity) + name) ?? 'null') as unknown,
    null,
  );
}

/** People whose page was left for good: forms that still write meanwhile are ignored. */
const left = new Set<string>();

/** Keeps a value under a name. A view keeps nothing: no sign-out would know of it later. */
export function keep(identity: string, name: string, value: unknown): void {
  if (left.has(identity) || isViewIdentity(identity)) return;
  quietly(() => localStorage.setItem(prefix(identity) + name, JSON.stringify(value)), undefined);
}

export function forget(identity: string, name: string): void {
  quietly(() => localStorage.removeItem(prefix(identity) + name), undefined);
}

/** Deletes everything kept for a person. */
export function forgetAll(identity: string): void {
  quietly(() => {
    const mine = Object.keys(localStorage).filter((key) => key.startsWith(prefix(identity)));
    for (const key of mine) localStorage.removeItem(key);
  }, undefined);
}

/**
 * Deletes everything kept for a person whose page is being left. Nothing more is kept until the page is loaded again.
 */
export function forgetForGood(identity: string): void {
  left.add(identity);
  forgetAll(identity);
}
