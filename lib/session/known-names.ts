/**
 * What successful sign-ins and sign-ups have shown, for the limits of attempts: which names belong to one account, and
 * from where its owner signs in. As hashes, bounded, in this process only.
 *
 * Nobody learns more by it: only successes teach, and an unknown name has its own limit all the same. Somebody who has
 * used up the tries of a user name finds those of its e-mail address used up, too. That only shows that two names are one
 * account to somebody who knew both, after ten wrong passwords.
 */
import { createHash } from 'node:crypto';
import { Lru } from '@/lib/backend/lru';
import { perProcess } from '@/lib/log/per-process';

const MOST = 20_000;

const empty = () => ({
  /** Hash of a name → the hashes of all names of its account. */
  accounts: new Lru<readonly string[]>(MOST),
  /** Hashes of names with the address of their sign-in. */
  homes: new Lru<true>(MOST),
});
const memory = () => perProcess('session.known-names', empty);

const hash = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
const nameHash = (name: string) => hash(name.trim().toLowerCase());

/** Records that these names belong to one account. */
export function noteOneAccount(names: readonly (string | undefined)[]): void {
  const hashes = [...new Set(names.filter((name) => name !== undefined).map(nameHash))];
  for (const each of hashes) memory().accounts.set(each, hashes);
}

/** Hashes of all known names of this name's account, at least of itself. */
export function namesOfAccount(name: string): readonly string[] {
  const own = nameHash(name);
  return memory().accounts.get(own) ?? [own];
}

/** Records that the owner of a name signs in from this address. */
export function noteHome(name: string, address: string): void {
  memory().homes.set(hash(nameHash(name), address), true);
}

/** Whether the owner of a name has signed in from this address before. */
export function isHome(name: string, address: string): boolean {
  return memory().homes.get(hash(nameHash(name), address)) ?? false;
}

/** Forgets everything; for tests. */
export function forgetNames(): void {
  Object.assign(memory(), empty());
}
