/** Watches for the end of a session without input: prolongs it on real input, and asks for sign-in after its end. */
import { elapsed, serverNow, waitFor } from '@/lib/clock';
import { touch } from '@/lib/session/browser';
import { onInput, watchInput } from './user-input';
import { checkSession } from './session-check';
import { askToSignIn } from './sign-in-gate';

const minute = 60_000;
/** Milliseconds after the end at which the server is asked, so that it has surely ended the session. */
const later = 2_000;
/** The longest timer in milliseconds: longer ones may overflow and fire at once, and the end may change meanwhile. */
const longest = 30 * minute;

/**
 * Prolongs the session on real input, at most once a minute, and opens sign-in over the page when it has ended
 * without input. Polls don't count as input. Even with wrong clocks, the server is asked at most once a minute.
 * @param idleAt ISO 8601, by the server's clock
 * @returns stops it
 */
export function watchIdle(idleAt: string): () => void {
  let end = Date.parse(idleAt);
  let touched = elapsed();
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const wait = (least: number) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(due, waitFor(end + later, { least, most: longest }));
  };
  const due = () => {
    if (serverNow() > end) void check();
    else wait(later);
  };
  const check = async () => {
    const view = await checkSession(); // another tab may have prolonged it
    if (stopped) return;
    if (view && !view.signedIn) {
      await askToSignIn('idle');
      touched = -Infinity;
      await prolong();
      return;
    }
    end = view ? Date.parse(view.idleAt) : serverNow() + minute;
    wait(minute);
  };
  const prolong = async () => {
    if (stopped || elapsed() - touched < minute) return;
    touched = elapsed();
    const said = await touch();
    if (said) end = Date.parse(said.idleAt);
    wait(minute);
  };
  const stopWatching = watchInput(window);
  const stopListening = onInput(() => void prolong());
  const onShow = () => {
    if (document.visibilityState === 'visible' && serverNow() > end) void check();
  };
  document.addEventListener('visibilitychange', onShow); // timers stop in hidden tabs and sleeping computers
  wait(later);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopWatching();
    stopListening();
    document.removeEventListener('visibilitychange', onShow);
  };
}
