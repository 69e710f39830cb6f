/**
 * The rights that each DewaVPS key is known to have or lack. The API doesn't tell a key's scopes, so they are learnt
 * from every answer: a success grants the right of its operation, a missing scope refuses it. Kept in each process by
 * the key's hash, and trusted for minutes, since scopes are changed in the provider's portal.
 */
import { isKeyRight, keyRights, type KeyRight } from '@/lib/contract/permissions';
import { pathParams, type Operation } from '@/lib/contract/operation';
import { perProcess } from '@/lib/log/per-process';
import type { ProblemCode } from '@/lib/problem';
import { Lru } from './lru';

const minute = 60_000;
/** Milliseconds that a result is trusted. A refusal blocks its owner, so it is tested again sooner. */
const goodFor = { granted: 10 * minute, refused: 5 * minute };
/** Milliseconds in which an invalid key isn't tested again. */
const deadFor = minute;
const mostKeys = 5000;

export type AccessState = 'granted' | 'refused';

interface Learnt {
  state: AccessState;
  /** Milliseconds since 1970. */
  until: number;
}

type Memory = Partial<Record<KeyRight | 'key', Learnt>>;

/** The state of one key; null means not tested, or too long ago. */
export interface KeyAccess {
  /** Refused means revoked or expired. */
  key: AccessState | null;
  rights: Record<KeyRight, AccessState | null>;
}

const all = () => perProcess('key-rights', () => new Lru<Memory>(mostKeys));

/**
 * Learns from an answer about the key of its call.
 * @param hash of the credential
 * @param code of the problem; null for a success
 */
export function noteKeyAccess(
  hash: string,
  operation: Operation,
  code: ProblemCode | null,
  now = Date.now(),
): void {
  const { permission, backend, auth } = operation;
  if (backend !== 'dewavps' || auth === 'none') return;
  const tells = code === null || code === 'no_access' || code === 'credential_refused';
  if (!tells) return;
  const memory = all().getOrMake(hash, () => ({}));
  if (code === 'credential_refused') {
    memory.key = { state: 'refused', until: now + deadFor };
    return;
  }
  memory.key = { state: 'granted', until: now + goodFor.granted };
  if (!isKeyRight(permission)) return;
  const held = memory[permission];
  // A refusal of one thing may be only about that thing, so it doesn't override a recent success.
  const narrow = code !== null && pathParams(operation.path).length > 0;
  if (narrow && held?.state === 'granted' && held.until > now) return;
  const state = code === null ? 'granted' : 'refused';
  memory[permission] = { state, until: now + goodFor[state] };
}

/** @param old also returns old results, which are better than none while they are tested again */
export function keyAccessOf(hash: string, { old = false, now = Date.now() } = {}): KeyAccess {
  const memory = all().get(hash);
  const of = (what: KeyRight | 'key') => {
    const learnt = memory?.[what];
    return learnt && (old || learnt.until > now) ? learnt.state : null;
  };
  const rights = Object.fromEntries(keyRights.map((right) => [right, of(right)]));
  return { key: of('key'), rights: rights as KeyAccess['rights'] };
}

/** Forgets a key's refusals, since its owner may have changed its rights. */
export function forgetRefusals(hash: string): void {
  const memory = all().get(hash);
  if (!memory) return;
  for (const what of ['key', ...keyRights] as const) {
    if (memory[what]?.state === 'refused') delete memory[what];
  }
}
