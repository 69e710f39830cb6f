'use client';
import { useEffect } from 'react';
import { onInput, watchInput } from '@/lib/query/user-input';
import { checkSession } from '@/lib/query/session-check';
import { askToSignIn } from '@/lib/query/sign-in-gate';
import { touch } from '@/lib/session/browser';

const minute = 60_000;

/**
 * Prolongs the session after real input, at most once a minute, and opens sign-in over the page when it has ended
 * without input. Polls don't count as input.
 */
export function IdleWatch({ idleAt }: { idleAt: string }) {
  useEffect(() => {
    let end = Date.parse(idleAt);
    let touched = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const wait = () => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(check, Math.max(1_000, end - Date.now() + 2_000));
    };
    const check = async () => {
      const view = await checkSession(); // another tab may have prolonged it
      if (stopped) return;
      if (view && !view.signedIn) {
        await askToSignIn('idle');
        touched = 0;
        await prolong();
        return;
      }
      end = view ? Date.parse(view.idleAt) : Date.now() + minute;
      wait();
    };
    const prolong = async () => {
      if (Date.now() - touched < minute) return;
      touched = Date.now();
      const said = await touch();
      if (said) end = Date.parse(said.idleAt);
      wait();
    };
    const stopWatching = watchInput(window);
    const stopListening = onInput(() => void prolong());
    const onShow = () => {
      if (document.visibilityState === 'visible' && Date.now() > end) void check();
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
