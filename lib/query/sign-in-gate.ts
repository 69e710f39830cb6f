/**
 * Lets calls wait for sign-in over the page. The first call that finds the session ended opens the shell's dialog, and
 * all waiting calls continue after the same person has signed in again. If another person signs in, the page reloads
 * and nobody waits.
 */
import { isViewIdentity } from '@/lib/contract/view-as';
import { pageIdentity } from '@/lib/session/page-identity';
import { tellTabs } from '@/lib/session/tabs-news';
import { makeStore } from '@/lib/store';
import { hidePage, leaveFor, showPage } from './hide-page';

/** Why the person has to sign in. */
export type SignInReason = 'idle' | 'ended';

/** Why sign-in is open over the page; null if it isn't. */
export const signInGate = makeStore<SignInReason | null>(null);
let waiting: { promise: Promise<void>; resolve: () => void } | null = null;

/** Opens sign-in over the page and hides the page. Resolves when the same person has signed in again. */
export function askToSignIn(why: SignInReason): Promise<void> {
  if (isViewIdentity(pageIdentity() ?? '')) {
    // The view may have ended while the session goes on, and nothing that was typed in a view can be sent.
    tellTabs('look');
    leaveFor('/');
    return new Promise(() => {});
  }
  if (!waiting) {
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    waiting = { promise, resolve };
    hidePage('sign-in');
    tellTabs('look'); // all tabs share the session
    signInGate.set(why);
  }
  return waiting.promise;
}

/** The same person has signed in again: closes the dialog and lets all calls continue. */
export function signedInAgain(): void {
  const gone = waiting;
  waiting = null;
  showPage('sign-in');
  gone?.resolve();
  signInGate.set(null);
}
