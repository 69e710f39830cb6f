'use client';
import { useEffect } from 'react';
import { serverNow } from '@/lib/clock';
import { onInput, watchInput } from '@/lib/query/user-input';
import { checkSession } from '@/lib/query/session-check';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { touch } from '@/lib/session/browser';

const minute = 60_000;
/** The server is asked no sooner than this, however its clock and ours differ. */
const least = 15_000;

/**
 * Prolongs the session after real input, at most once a minute, and opens sign-in over the page when it has ended
 * without input. Polls don't count as input.
 */
export function IdleWatch({ idleAt }: { idleAt: string }) {
  useEffect(() => {
    let end = Date.parse(idleAt);
    let touched = performance.now(); // a span of the device, which its clock may jump in
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const wait = () => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(check, Math.max(least, end - serverNow() + 2_000));
    };
    const check = async () => {
      const view = await checkSession(); // another tab may have prolonged it
      if (stopped) return;
      if (view && !view.signedIn) {
        await askToSignIn('idle');
        touched = -minute;
        await prolong();
        return;
      }
      end = view ? Date.parse(view.idleAt) : serverNow() + minute;
      wait();
    };
    const prolong = async () => {
      if (performance.now() - touched < minute) return;
      touched = performance.now();
      const said = await touch();
      if (said) end = Date.parse(said.idleAt);
      wait();
    };
    const stopWatching = watchInput(window);
    const stopListening = onInput(() => void prolong());
    const onShow = () => {
      if (document.visibilityState === 'visible' && serverNow() > end) void check();
    };
    document.addEventListener('visibilitychange', onShow); // timers don't run in hidden tabs and sleeping computers
    wait();
    return () => {
      stopped = true;
      clearTimeout(timer);
      stopWatching();
      stopListening();
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [idleAt]);
  return null;
}
