/**
 * What a browser keeps for a person: drafts and preferences, under `nusa:<identity hash>:<name>`, wiped
 * at sign-out. Never secrets: `withoutSecrets` before a form's values go in, and nothing that looks like one. A browser that refuses
 * storage loses drafts, nothing else.
 */
import { identityHash } from '@/lib/identity-hash';
import { namesSecret, withoutLooks } from './secrets';

const prefix = (identity: string) => `nusa:${identityHash(identity)}:`;

/** The whole key that something is kept under: a `storage` event names it. */
export const keptKey = (identity: string, name: string): string => prefix(identity) + name;

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise; // storage is full or forbidden
  }
}

/**
 * What was kept under a name, or null. The caller checks its shape: it may be of an older version, which also may have
 * kept what looks like a secret; that is gone.
 */
export function readKept(identity: string, name: string): unknown {
  return quietly(() => {
    const kept = JSON.parse(localStorage.getItem(prefix(identity) + name) ?? 'null') as unknown;
    return withoutLooks(kept) ?? null;
  }, null);
}

/** People whom this page has been left by: what a form still writes on the way out isn't kept. */
const left = new Set<string>();

export function keep(identity: string, name: string, value: unknown): void {
  if (left.has(identity)) return;
  const plain = withoutLooks(value);
  if (plain === undefined) return forget(identity, name);
  quietly(() => localStorage.setItem(prefix(identity) + name, JSON.stringify(plain)), undefined);
}

export function forget(identity: string, name: string): void {
  quietly(() => localStorage.removeItem(prefix(identity) + name), undefined);
}

/** Wipes everything kept for a person. */
export function forgetAll(identity: string): void {
  quietly(() => {
    const mine = Object.keys(localStorage).filter((key) => key.startsWith(prefix(identity)));
    for (const key of mine) localStorage.removeItem(key);
  }, undefined);
}

/** Wipes everything kept for a person whom this page is left by: nothing more is kept until it is loaded anew. */
export function forgetForGood(identity: string): void {
  left.add(identity);
  forgetAll(identity);
}

/** Values without the named fields, and without what looks like a secret, or holds one of theirs, in another field. */
export function withoutSecrets<T extends object>(
  values: T,
  secrets: readonly string[],
): Partial<T> {
  const isSecret = (name: string) => secrets.includes(name) || namesSecret(name);
  const known = Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    isSecret(name) && typeof value === 'string' && value.length >= 4 ? [value] : [],
  );
  const open = Object.entries(values).filter(([name]) => !secrets.includes(name));
  return withoutLooks(Object.fromEntries(open), known) as Partial<T>;
}
