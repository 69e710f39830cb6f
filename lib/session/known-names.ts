/**
 * What sign-ins and sign-ups that succeeded taught, for the limits of attempts: which names are one account's, and
 * where its owner comes from. By hashes, bounded, in this process only.
 *
 * Nobody is told more by it: it is learnt from successes alone, and a name that isn't known is limited by itself just
 * the same. Who has used up an account's tries by its user name finds its e-mail address used up, too; that those two
 * are one account is all that this tells, and sign-up tells already whether either is taken.
 */
import { createHash } from 'node:crypto';
import { Lru } from '@/lib/backend/lru';
import { perProcess } from '@/lib/log/per-process';

const MOST = 20_000;

const empty = () => ({
  /** Hash of a name → the hashes of all names of its account. */
  accounts: new Lru<readonly string[]>(MOST),
  /** Hashes of names with the address that they came from. */
  homes: new Lru<true>(MOST),
});
const memory = () => perProcess('session.known-names', empty);

const hash = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
const nameHash = (name: string) => hash(name.trim().toLowerCase());

/** Learns that these names are one account's. */
export function noteOneAccount(names: readonly (string | undefined)[]): void {
  const hashes = [...new Set(names.filter((name) => name !== undefined).map(nameHash))];
  for (const each of hashes) memory().accounts.set(each, hashes);
}

/** Hashes of all names that the account of this name is known by, itself at least. */
export function namesOfAccount(name: string): readonly string[] {
  const own = nameHash(name);
  return memory().accounts.get(own) ?? [own];
}

/** Learns that the owner of a name comes from this address. */
export function noteHome(name: string, address: string): void {
  memory().homes.set(hash(nameHash(name), address), true);
}

/** Whether the owner of a name has come from this address before. */
export function isHome(name: string, address: string): boolean {
  return memory().homes.get(hash(nameHash(name), address)) ?? false;
}

/** Forgets everything; for tests. */
export function forgetNames(): void {
  Object.assign(memory(), empty());
}
