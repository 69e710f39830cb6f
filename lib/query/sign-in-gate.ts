/**
 * Lets calls wait for sign-in over the page. The first call that finds the session ended opens the shell's dialog, and
 * all waiting calls continue after the same person has signed in again. If another person signs in, the page reloads
 * and nobody waits.
 */
import { tellTabs } from '@/lib/session/tabs-news';
import { hidePage, showPage } from './hide-page';

/** Why the person has to sign in. */
export type SignInReason = 'idle' | 'ended';

let reason: SignInReason | null = null;
let waiting: { promise: Promise<void>; resolve: () => void } | null = null;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** Opens sign-in over the page and hides the page. Resolves when the same person has signed in again. */
export function askToSignIn(why: SignInReason): Promise<void> {
  if (!waiting) {
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    waiting = { promise, resolve };
    reason = why;
    hidePage('sign-in');
    tellTabs('look'); // all tabs share the session
    tell();
  }
  return waiting.promise;
}

/** The same person has signed in again: closes the dialog and lets all calls continue. */
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
