'use client';
import { useLayoutEffect, type RefObject } from 'react';

/**
 * Keeps the height of an element that sticks to the bottom of the window in a CSS variable of the page, in pixels, so that
 * others at the bottom stand above it (globals.css). The variable is taken away with the element.
 */
export function useHeightVar(ref: RefObject<HTMLElement | null>, name: `--${string}`): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty(name, `${element.getBoundingClientRect().height}px`),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  }, [ref, name]);
}
