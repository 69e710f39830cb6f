/**
 * Hides all that a page shows, while it isn't known, or known not, to be for whoever sits before it. What is typed
 * stays. A dialog with `overCover` stands above it (`app/globals.css`).
 */
import { forgetForGood } from './storage';

type Why = 'sign-in' | 'look' | 'keys' | 'leaving';

const whys = new Set<Why>();
let focused: Element | null = null;

/** Hides the page until `uncover` was called for each reason. */
export function cover(why: Why): void {
  if (typeof document === 'undefined') return;
  if (whys.size === 0) focused = document.activeElement; // what is hidden loses it
  whys.add(why);
  document.documentElement.toggleAttribute('data-covered', true);
}

export function uncover(why: Why): void {
  if (!whys.delete(why) || whys.size > 0) return;
  document.documentElement.removeAttribute('data-covered');
  const before = focused;
  focused = null;
  // Once the dialog above it, if there was one, is closed.
  setTimeout(() => {
    if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
  });
}

/** The page is being left for good: nothing asks whether to stay. */
export const isLeaving = (): boolean => whys.has('leaving');

/**
 * Leaves this page, which is its person's no longer, for `url` by a whole load: nothing of them stays in memory, on
 * the screen, or in this tab's history.
 * @param forget wipes what the browser kept for them too: drafts, preferences
 */
export function leaveFor(url: string, forget: string | null = null): void {
  cover('leaving');
  if (forget !== null) forgetForGood(forget);
  // Replaced by itself, an address with a fragment would only scroll.
  if (url === window.location.href) window.location.reload();
  else window.location.replace(url);
}
