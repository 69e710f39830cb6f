/**
 * Hides the page while it isn't certain that the person in front of it may see it. Typed text stays in the forms. A
 * dialog with `overCover` stays visible (`app/globals.css`).
 */
import { ownIdentity } from '@/lib/contract/view-as';
import { forgetForGood } from './storage';

type HideReason = 'sign-in' | 'look' | 'renewal' | 'leaving';

const reasons = new Set<HideReason>();
let focused: Element | null = null;

/** Hides the page until `showPage` was called for each reason. */
export function hidePage(why: HideReason): void {
  if (typeof document === 'undefined') return;
  if (reasons.size === 0) focused = document.activeElement; // hidden elements lose the focus
  reasons.add(why);
  document.documentElement.toggleAttribute('data-covered', true);
}

export function showPage(why: HideReason): void {
  if (!reasons.delete(why) || reasons.size > 0) return;
  document.documentElement.removeAttribute('data-covered');
  const before = focused;
  focused = null;
  // After a dialog above the page has closed.
  setTimeout(() => {
    if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
  });
}

/** Whether the page is being left for good, so that nothing asks whether to stay. */
export const isLeaving = (): boolean => reasons.has('leaving');

/**
 * Loads `url` instead of this page, because its person is no longer signed in. Nothing of theirs stays in memory, on
 * the screen, or in this tab's history.
 * @param forget an identity: also deletes what the browser keeps for this person (drafts, preferences)
 */
export function leaveFor(url: string, forget: string | null = null): void {
  hidePage('leaving');
  // Whoever signs out in a view leaves nothing of their own, either.
  if (forget !== null) for (const one of [forget, ownIdentity(forget)]) forgetForGood(one);
  // Replacing a URL with itself would only scroll if it has a fragment.
  if (url === window.location.href) window.location.reload();
  else window.location.replace(url);
}
