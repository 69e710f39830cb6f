/** Watches that a session ends for want of input: prolongs it by real input, and asks for sign-in once it is over. */
import { elapsed, serverNow, waitFor } from '@/lib/clock';
import { touch } from '@/lib/session/browser';
import { onInput, watchInput } from './user-input';
import { checkSession } from './session-check';
import { askToSignIn } from './sign-in-gate';

const minute = 60_000;
/** The server ends the session a moment before it is asked. */
const later = 2_000;
/** Timers are that long at most: longer ones fire at once where they overflow, and the end may move meanwhile. */
const longest = 30 * minute;

/**
 * Prolongs the session by real input, at most once a minute, and opens sign-in over the page when it has ended for want of
 * it. Polls don't count as input. However wrong the clocks are, the server is asked once a minute at most.
 * @param idleAt ISO 8601, by the server's clock
 * @returns how to stop
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
  document.addEventListener('visibilitychange', onShow); // timers sleep in hidden tabs and closed lids
  wait(later);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopWatching();
    stopListening();
    document.removeEventListener('visibilitychange', onShow);
  };
}
