'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * After a navigation moves focus to the new page's heading, so that keyboard and screen reader go on
 * there. Next itself announces the title.
 */
export function FocusOnNavigation() {
  const here = usePathname();
  const before = useRef(here);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    if (window.location.hash || document.querySelector('dialog:modal')) return;
    const main = document.getElementById('content');
    const heading = main?.querySelector<HTMLElement>('h1[tabindex]');
    (heading ?? main)?.focus({ preventScroll: true });
  }, [here]);
  return null;
}
