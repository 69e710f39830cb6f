/**
 * Keeps a person's drafts and preferences in the browser, under `nusa:<identity hash>:<name>`, until sign-out. What must
 * outlast a sign-out stands under `nusa-lasting:<identity hash>:<name>`, until the person forgets this browser. Never
 * secrets: a form's values go through `./drafts`. A tab keeps some of it for itself (`sessionStorage`), also until sign-out. If the browser refuses storage, only this is lost.
 */
import { isViewIdentity } from '@/lib/contract/view-as';
import { identityHash } from '@/lib/identity-hash';

const prefix = (identity: string) => `nusa:${identityHash(identity)}:`;
const lastingPrefix = (identity: string) => `nusa-lasting:${identityHash(identity)}:`;

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

/** Keeps a value in this tab alone, over a reload: what is too large, or of too short a use, for all tabs. */
export function keepInTab(identity: string, name: string, value: unknown): void {
  if (left.has(identity) || isViewIdentity(identity)) return;
  quietly(() => sessionStorage.setItem(prefix(identity) + name, JSON.stringify(value)), undefined);
}

/** The value that this tab keeps under a name, or null. The caller checks its shape. */
export function readInTab(identity: string, name: string): unknown {
  return quietly(
    () => JSON.parse(sessionStorage.getItem(prefix(identity) + name) ?? 'null') as unknown,
    null,
  );
}

/** Deletes what this tab keeps under names that begin so. */
export const forgetInTab = (identity: string, start: string): void =>
  removeUnder(prefix(identity) + start, () => sessionStorage);

function removeUnder(start: string, storage: () => Storage): void {
  quietly(() => {
    const from = storage();
    const mine = Object.keys(from).filter((key) => key.startsWith(start));
    for (const key of mine) from.removeItem(key);
  }, undefined);
}

/** The name of the database that keeps a person's unfinished uploads, with the handles of their files. */
export const transfersDatabase = (identity: string): string => `${prefix(identity)}transfers`;

/** Deletes everything kept for a person until sign-out. What is lasting stays. */
export function forgetAll(identity: string): void {
  quietly(() => void indexedDB.deleteDatabase(transfersDatabase(identity)), undefined);
  removeUnder(prefix(identity), () => localStorage);
  removeUnder(prefix(identity), () => sessionStorage);
}

/** What outlasts a sign-out, by its name in the browser's storage. */
export type LastingName =
  /** From which balance on the console warns, in rupiah. */
  | 'low-balance'
  /** Name, address and tax number for documents, by scope. */
  | 'buyers'
  /** References of payments that aren't finished. */
  | 'payments'
  /** The names, places and end dates of downloaded kubeconfigs. */
  | 'kubeconfigs';

/** The full storage key of a lasting value, as a `storage` event names it. */
export const lastingKey = (identity: string, name: LastingName): string =>
  lastingPrefix(identity) + name;

/** Tells this tab that a lasting value has changed; the browser tells the others by a `storage` event. */
export const lastingEvent = 'nusa-lasting';

function tellLasting(): void {
  if (typeof window !== 'undefined') window.dispatchEvent(new Event(lastingEvent));
}

/** The lasting value under a name, or null. The caller checks its shape. */
export function readLasting(identity: string, name: LastingName): unknown {
  return quietly(
    () => JSON.parse(localStorage.getItem(lastingKey(identity, name)) ?? 'null') as unknown,
    null,
  );
}

/**
 * Keeps a value that outlasts a sign-out; null removes it. Never a secret.
 * @returns whether it is kept: a browser may refuse storage, and a view keeps nothing
 */
export function keepLasting(identity: string, name: LastingName, value: unknown): boolean {
  if (isViewIdentity(identity)) return false;
  const key = lastingKey(identity, name);
  return quietly(() => {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    tellLasting();
    return true;
  }, false);
}

/** Deletes everything that outlasts a sign-out for a person: “forget this browser”. */
export function forgetLasting(identity: string): void {
  removeUnder(lastingPrefix(identity), () => localStorage);
  tellLasting();
}

/**
 * Deletes everything kept for a person whose page is being left. Nothing more is kept until the page is loaded again.
 */
export function forgetForGood(identity: string): void {
  left.add(identity);
  forgetAll(identity);
}
