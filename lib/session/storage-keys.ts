/**
 * Linked storage keys: the S3 keys of one person's object storages in a sealed cookie, since a secret is shown only
 * once. They stay for 30 days after their last use, and are deleted at sign-out when the person asks for it.
 */
import { problem } from '@/lib/problem';
import {
  deleteChunked,
  readChunked,
  storageCookieName,
  writeChunked,
  type Cookies,
} from './cookies';
import { KEYS_LIFE } from './keys';
import { open, seal } from './seal';
import { storageCookie, type StorageCookie, type StorageKey } from './shape';

const DAY = 24 * 60 * 60_000;
/** More would make the cookies of a request too long for a server. */
export const MAX_STORAGE_KEYS = 10;

/** The organization or project that a storage belongs to. */
export type StorageOwner = Pick<StorageKey, 'groupType' | 'group'>;

const sameStorage = (one: StorageOwner, other: StorageOwner) =>
  one.groupType === other.groupType && one.group === other.group;

async function readCookie(
  cookies: Cookies,
  identity: string,
  now: number,
): Promise<StorageCookie | null> {
  const text = readChunked(cookies, storageCookieName(identity));
  if (text === undefined) return null;
  const parsed = storageCookie.safeParse(await open('storage', text));
  if (!parsed.success || parsed.data.owner !== identity || now >= parsed.data.expires) return null;
  return parsed.data;
}

/** The key that this person linked for a storage; null if there is none. */
export async function storageKeyOf(
  cookies: Cookies,
  identity: string,
  of: StorageOwner,
  now = Date.now(),
): Promise<StorageKey | null> {
  const kept = await readCookie(cookies, identity, now);
  return kept?.keys.find((key) => sameStorage(key, of)) ?? null;
}

/** Whether this person linked a key of any storage. */
export async function hasStorageKeys(
  cookies: Cookies,
  identity: string,
  now = Date.now(),
): Promise<boolean> {
  return (await readCookie(cookies, identity, now)) !== null;
}

async function write(
  cookies: Cookies,
  owner: string,
  keys: StorageKey[],
  now: number,
): Promise<string[]> {
  const name = storageCookieName(owner);
  if (keys.length === 0) return deleteChunked(cookies, name);
  const value: StorageCookie = { owner, keys, sealed: now, expires: now + KEYS_LIFE };
  return writeChunked(cookies, name, await seal('storage', value), KEYS_LIFE / 1000);
}

/**
 * `Set-Cookie` lines that keep a key in place of the storage's earlier one.
 * @throws ProblemError `conflict` at ten storages
 */
export async function keepStorageKey(
  cookies: Cookies,
  identity: string,
  key: StorageKey,
  now = Date.now(),
): Promise<string[]> {
  const kept = (await readCookie(cookies, identity, now))?.keys ?? [];
  const others = kept.filter((one) => !sameStorage(one, key));
  if (others.length >= MAX_STORAGE_KEYS) {
    throw problem('conflict', 409, `At most ${MAX_STORAGE_KEYS} storage keys can be linked.`, {
      fields: { access_key: ['too_many_keys'] },
    });
  }
  return write(cookies, identity, [...others, key], now);
}

/** `Set-Cookie` lines that forget the key of one storage. */
export async function dropStorageKey(
  cookies: Cookies,
  identity: string,
  of: StorageOwner,
  now = Date.now(),
): Promise<string[]> {
  const kept = (await readCookie(cookies, identity, now))?.keys ?? [];
  const others = kept.filter((one) => !sameStorage(one, of));
  return write(cookies, identity, others, now);
}

/** `Set-Cookie` lines that prolong the storage keys after use, at most once a day. */
export async function renewStorageKeys(
  cookies: Cookies,
  identity: string,
  now = Date.now(),
): Promise<string[]> {
  const kept = await readCookie(cookies, identity, now);
  return kept && now - kept.sealed >= DAY ? write(cookies, identity, kept.keys, now) : [];
}

/** `Set-Cookie` lines that delete the storage keys of one person. */
export function forgetStorageKeys(cookies: Cookies, identity: string): string[] {
  return deleteChunked(cookies, storageCookieName(identity));
}
