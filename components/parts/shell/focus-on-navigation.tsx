'use client';
import { useOnNavigation } from '@/components/ui/use-on-navigation';

const headingOf = (main: HTMLElement | null) =>
  main?.querySelector<HTMLElement>('h1[tabindex]') ?? null;

/** Milliseconds that a page's heading is waited for. */
const waitAtMost = 15_000;

/**
 * After a navigation moves focus to the new page's heading, so that keyboard and screen reader go on there;
 * where the page is still being read, as soon as it comes, if nobody has moved on meanwhile. Next itself
 * announces the title.
 */
export function FocusOnNavigation() {
  useOnNavigation(() => {
    if (window.location.hash || document.querySelector('dialog:modal')) return;
    const main = document.getElementById('content');
    const heading = headingOf(main);
    (heading ?? main)?.focus({ preventScroll: true });
    if (heading || !main) return;
    const watch = new MutationObserver(() => {
      const come = headingOf(main);
      if (!come) return;
      stop();
      if (document.activeElement === main) come.focus({ preventScroll: true });
    });
    const timer = setTimeout(() => stop(), waitAtMost);
    const stop = () => {
      clearTimeout(timer);
      watch.disconnect();
    };
    watch.observe(main, { childList: true, subtree: true });
    return stop;
  });
  return null;
}
