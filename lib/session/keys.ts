/**
 * Linked keys: DewaVPS keys of one person in a sealed cookie, so that a key that is shown once has to be pasted only
 * once.
 */
import { problem } from '@/lib/problem';
import { MAX_KEYS, mergeAccounts, slugOf } from './accounts';
import { deleteChunked, keysCookieName, writeChunked, type Cookies } from './cookies';
import { readKeysCookie } from './read';
import { seal } from './seal';
import type { Account } from './session';
import type { KeysCookie } from './shape';

const DAY = 24 * 60 * 60_000;
/** Milliseconds that the cookie of linked keys lasts after its last use. */
export const KEYS_LIFE = 30 * DAY;

/** `Set-Cookie` lines that keep these keys for this person for 30 days; an empty list deletes the cookie. */
export async function writeKeys(
  cookies: Cookies,
  identity: string,
  keys: Account[],
  now = Date.now(),
): Promise<string[]> {
  const name = keysCookieName(identity);
  if (keys.length === 0) return deleteChunked(cookies, name);
  const value: KeysCookie = { owner: identity, keys, sealed: now, expires: now + KEYS_LIFE };
  return writeChunked(cookies, name, await seal('keys', value), KEYS_LIFE / 1000);
}

/** `Set-Cookie` lines that prolong the linked keys after use, at most once a day. */
export async function renewKeys(
  cookies: Cookies,
  identity: string,
  now = Date.now(),
): Promise<string[]> {
  const kept = await readKeysCookie(cookies, identity, now);
  return kept && now - kept.sealed >= DAY ? writeKeys(cookies, identity, kept.keys, now) : [];
}

/** `Set-Cookie` lines that delete the linked keys of one person. */
export function forgetKeys(cookies: Cookies, identity: string): string[] {
  return deleteChunked(cookies, keysCookieName(identity));
}

/** Adds accounts of another sign-in to the linked keys, up to the limit. */
export function addLinkedAccounts(
  linked: readonly Account[],
  carried: readonly Account[],
): Account[] {
  return mergeAccounts(linked, carried).slice(0, MAX_KEYS);
}

const sameLabel = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** @throws ProblemError `bad_input` with `fields.label: ['label_taken']` */
export function requireFreeLabel(accounts: readonly Account[], label: string): void {
  if (accounts.some((account) => sameLabel(account.label, label))) {
    throw problem('bad_input', 422, 'Another account has this label.', {
      fields: { label: ['label_taken'] },
    });
  }
}

/** @throws ProblemError `bad_input` with `fields.key: ['key_already_linked']` */
export function requireFreeKey(accounts: readonly Account[], key: string): void {
  if (accounts.some((account) => account.key === key)) {
    throw problem('bad_input', 422, 'This key is linked already.', {
      fields: { key: ['key_already_linked'] },
    });
  }
}

/**
 * Checks whether a key may be linked, before the backend is asked.
 * @param accounts all of the session, including the account of the sign-in
 * @throws ProblemError `bad_input` with `fields.label` or `fields.key`; `conflict` at ten keys
 */
export function requireLinkable(
  accounts: readonly Account[],
  linked: readonly Account[],
  label: string,
  key: string,
): void {
  requireFreeKey(accounts, key);
  requireFreeLabel(accounts, label);
  if (linked.length >= MAX_KEYS) {
    throw problem('conflict', 409, `At most ${MAX_KEYS} keys can be linked.`, {
      fields: { key: ['too_many_keys'] },
    });
  }
}

export function newAccount(
  accounts: readonly Account[],
  { label, key, expires }: Pick<Account, 'label' | 'key' | 'expires'>,
): Account {
  const slugs = accounts.map((account) => account.slug);
  return { slug: slugOf(label, slugs), label, key, expires: expires || undefined };
}

/** The last characters of a key, to tell keys apart; nothing of a short one. */
export function keyHint(key: string): string {
  return key.length >= 12 ? `…${key.slice(-4)}` : '…';
}
