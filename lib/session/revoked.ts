/**
 * Sessions signed out in this process before their end. A sealed cookie can't be called back, so this is
 * what keeps a copy of it from working on; it is a help on top of the deleted cookie, not a store: other
 * replicas don't know of it, and the list is bounded.
 */
import { perProcess } from '@/lib/log/per-process';

const LIMIT = 10_000;

interface State {
  /** sid → end in milliseconds since 1970. */
  ended: Map<string, number>;
  listeners: Set<(sid: string) => void>;
}

function state(): State {
  return perProcess('session.revoked', () => ({ ended: new Map(), listeners: new Set() }));
}

/** Ends a session in this process, its console sockets included. */
export function revokeSession(sid: string, expires: number): void {
  const { ended, listeners } = state();
  ended.set(sid, expires);
  for (const [old, end] of ended) {
    if (ended.size <= LIMIT && end > Date.now()) break;
    ended.delete(old);
  }
  for (const listener of listeners) listener(sid);
}

export function isRevoked(sid: string): boolean {
  return state().ended.has(sid);
}

/** Calls back with the `sid` of each session that is signed out; answers what stops that. */
export function onRevoked(listener: (sid: string) => void): () => void {
  const { listeners } = state();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
