/**
 * Chooses the tab that polls: the visible one that holds the lock. The others read a little later, so they read only
 * what the leading tab doesn't show. No tab polls for all while none is visible. Loaded by `../operations`.
 */
import { identityHash } from '@/lib/identity-hash';
import { leader } from './leader';

/** The part of `LockManager` that is used; tests pass their own. */
export interface Locks {
  request(
    name: string,
    options: { signal: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown>;
}

/** Takes the lock, or waits for it. @returns releases it */
function take(locks: Locks, name: string): () => void {
  const waiting = new AbortController();
  let done = () => {};
  const held = () => {
    if (waiting.signal.aborted) return Promise.resolve();
    leader.set(true);
    return new Promise<void>((resolve) => (done = resolve));
  };
  locks.request(name, { signal: waiting.signal }, held).catch(() => {
    // Released while still waiting for it.
  });
  return () => {
    waiting.abort();
    done();
    leader.set(false);
  };
}

/**
 * Takes part in the election while the tab is visible. Without locks (an old browser, plain HTTP) every tab leads, as
 * if it were alone.
 * @returns stops it
 */
export function joinLeaderElection(
  identity: string,
  page: Document = document,
  locks: Locks | undefined = navigator.locks as LockManager | undefined,
): () => void {
  const name = `nusa:${identityHash(identity)}:leader`;
  let give: (() => void) | null = null;
  const look = () => {
    const visible = page.visibilityState === 'visible';
    if (visible === (give !== null)) return;
    if (!visible) {
      give?.();
      give = null;
    } else if (locks) give = take(locks, name);
    else {
      give = () => leader.set(false);
      leader.set(true);
    }
  };
  look();
  page.addEventListener('visibilitychange', look);
  return () => {
    page.removeEventListener('visibilitychange', look);
    give?.();
    give = null;
  };
}
