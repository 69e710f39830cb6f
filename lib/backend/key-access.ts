/**
 * What each DewaVPS key has been seen to do. Nobody can ask a key for its scopes, so they are learnt from every answer
 * that a call gets: a success grants what its operation asks for, a missing scope refuses it. One memory a process, by the hash of
 * the key; it is believed for minutes, since scopes are changed in the provider's own portal.
 */
import { isKeyRight, keyRights, type KeyRight } from '@/lib/contract/permissions';
import { pathParams, type Operation } from '@/lib/contract/operation';
import { perProcess } from '@/lib/log/per-process';
import type { ProblemCode } from '@/lib/problem';
import { Lru } from './lru';

const minute = 60_000;
/** Milliseconds that what was learnt is believed. A refusal keeps something from its owner, so it is tried again sooner. */
const goodFor = { granted: 10 * minute, refused: 5 * minute };
/** Milliseconds that a key which was refused altogether is not asked about by the way. */
const deadFor = minute;
const mostKeys = 5000;

export type AccessState = 'granted' | 'refused';

interface Learnt {
  state: AccessState;
  /** Milliseconds since 1970. */
  until: number;
}

type Memory = Partial<Record<KeyRight | 'key', Learnt>>;

/** What is known of one key; null: not tried, or too long ago. */
export interface KeyAccess {
  /** Refused: revoked or expired. */
  key: AccessState | null;
  rights: Record<KeyRight, AccessState | null>;
}

const all = () => perProcess('key-rights', () => new Lru<Memory>(mostKeys));

/**
 * Notes what an answer tells of the key that asked.
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
  // A refusal about one thing may be about that thing alone: it takes nothing back that the key has just done.
  const narrow = code !== null && pathParams(operation.path).length > 0;
  if (narrow && held?.state === 'granted' && held.until > now) return;
  const state = code === null ? 'granted' : 'refused';
  memory[permission] = { state, until: now + goodFor[state] };
}

/** @param old what was learnt too long ago counts, too: better than nothing while it is learnt anew */
export function keyAccessOf(hash: string, { old = false, now = Date.now() } = {}): KeyAccess {
  const memory = all().get(hash);
  const of = (what: KeyRight | 'key') => {
    const learnt = memory?.[what];
    return learnt && (old || learnt.until > now) ? learnt.state : null;
  };
  const rights = Object.fromEntries(keyRights.map((right) => [right, of(right)]));
  return { key: of('key'), rights: rights as KeyAccess['rights'] };
}

/** Lets a key try again what it was refused: its owner may have changed it. */
export function forgetRefusals(hash: string): void {
  const memory = all().get(hash);
  if (!memory) return;
  for (const what of ['key', ...keyRights] as const) {
    if (memory[what]?.state === 'refused') delete memory[what];
  }
}
