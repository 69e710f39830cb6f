'use client';
import { useOnNavigation } from '@/components/ui/use-on-navigation';

const headingOf = (main: HTMLElement | null) =>
  main?.querySelector<HTMLElement>('h1[tabindex]') ?? null;

/** Milliseconds to wait for a page's heading. */
const waitAtMost = 15_000;

/**
 * Moves the focus to the new page's heading after a navigation, for keyboards and screen readers. If the page is still
 * loading, it waits, unless the person moves the focus meanwhile. Next announces the title.
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
