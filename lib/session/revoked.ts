/**
 * The sessions that were signed out before their end. A sealed cookie can't be revoked, so this list refuses copies
 * of it. Each process has its list; with `REDIS_URL`, the replicas share one (`./revoked-shared`). It contains hashes
 * of session ids, never an id.
 */
import { createHash } from 'node:crypto';
import { perProcess } from '@/lib/log/per-process';
import { settings } from '@/lib/settings';
import type { Revocation, SharedList } from './revoked-shared';

/** Far more than the sign-outs of a day, so that nobody can push another person's off the list. */
const LIMIT = 100_000;

interface State {
  /** Hash of a session id → the session's end in milliseconds since 1970. */
  ended: Map<string, number>;
  listeners: Set<() => void>;
}

function state(): State {
  return perProcess('session.revoked', () => ({ ended: new Map(), listeners: new Set() }));
}

/** The name of a session in the list. */
function revocationName(sid: string): string {
  return createHash('sha256').update(`nusa revoked session\n${sid}`).digest('base64url');
}

/** Adds sessions to the list of this process and calls the listeners. */
function note(revocations: readonly Revocation[]): void {
  const { ended, listeners } = state();
  const fresh = revocations.filter(([name]) => !ended.has(name));
  if (fresh.length === 0) return;
  for (const [name, end] of fresh) ended.set(name, end);
  for (const [old, end] of ended) {
    if (ended.size <= LIMIT && end > Date.now()) break;
    ended.delete(old);
  }
  for (const listener of listeners) listener();
}

/** The list that the replicas share; null if this process has only its own. */
function shared(): Promise<SharedList> | null {
  const url = settings().REDIS_URL;
  if (url === undefined) return null;
  return perProcess('session.revoked.shared', async () => {
    const [{ shareList }, { redisStore }] = await Promise.all([
      import('./revoked-shared'),
      import('./revoked-redis'),
    ]);
    return shareList({ all: () => [...state().ended], note }, redisStore(url));
  });
}

/**
 * Ends a session and its console sockets: here at once, at the other replicas when this resolves. It resolves after at
 * most one second; what couldn't be sent by then is sent later.
 */
export async function revokeSession(sid: string, expires: number): Promise<void> {
  const revocation: Revocation = [revocationName(sid), expires];
  note([revocation]);
  await (await shared())?.tell(revocation);
}

/** Resolves when the sign-outs before the start of this process are known, or can't be known now. */
export async function revocationsKnown(): Promise<void> {
  await (
    await shared()
  )?.known;
}

/** Whether a session was signed out, as far as this process knows; await `revocationsKnown` first. */
export function isRevoked(sid: string): boolean {
  return state().ended.has(revocationName(sid));
}

/** Calls the listener when sessions were signed out, here or at another replica. @returns stops it */
export function onRevoked(listener: () => void): () => void {
  const { listeners } = state();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
