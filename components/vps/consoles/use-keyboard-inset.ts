'use client';
import { useEffect, useRef, type RefObject } from 'react';

/** Less of the window than this is no keyboard, in CSS pixels. */
const least = 80;

/**
 * Leaves room below an element for a phone's keyboard, where the keyboard lies over the page and the browser doesn't
 * make the page smaller (Safari).
 */
export function useKeyboardInset(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const fit = () => {
      // Zoomed in by the browser, the visible part is small without any keyboard.
      const covered = seen.scale > 1.01 ? 0 : window.innerHeight - seen.height - seen.offsetTop;
      if (element.current)
        element.current.style.marginBottom = covered > least ? `${Math.round(covered)}px` : '';
    };
    seen.addEventListener('resize', fit);
    seen.addEventListener('scroll', fit);
    return () => {
      seen.removeEventListener('resize', fit);
      seen.removeEventListener('scroll', fit);
    };
  }, []);
  return element;
}
