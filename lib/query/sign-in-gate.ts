/**
 * Where calls wait for sign-in over the page. One gate a page: whoever finds the session ended asks,
 * the shell's dialog opens, and all who wait go on together once the same person is back. Another
 * person's sign-in reloads the page, so nobody waits then.
 */
import { tellTabs } from '@/lib/session/tabs-news';
import { hidePage, showPage } from './hide-page';

/** Why sign-in is asked for. */
export type SignInReason = 'idle' | 'ended';

let reason: SignInReason | null = null;
let waiting: { promise: Promise<void>; resolve: () => void } | null = null;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** Opens sign-in over the page, which is hidden meanwhile; resolves when the same person has signed in again. */
export function askToSignIn(why: SignInReason): Promise<void> {
  if (!waiting) {
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    waiting = { promise, resolve };
    reason = why;
    hidePage('sign-in');
    tellTabs('look'); // the session is all tabs'
    tell();
  }
  return waiting.promise;
}

/** The same person is back: closes the dialog and lets everyone go on. */
export function signedInAgain(): void {
  const gone = waiting;
  waiting = null;
  reason = null;
  showPage('sign-in');
  gone?.resolve();
  tell();
}

export const signInGate = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): SignInReason | null => reason,
  onServer: (): SignInReason | null => null,
};
