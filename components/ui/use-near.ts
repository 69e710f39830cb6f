'use client';
import { useCallback } from 'react';

/**
 * A ref for a box: does something once, when the box comes into view.
 * @param act must stay the same
 * @param rootMargin how far from the view is near enough
 */
export function useNear(act: () => void, rootMargin = '0px'): (box: HTMLElement | null) => void {
  return useCallback(
    (box: HTMLElement | null) => {
      if (!box) return;
      const watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          watch.disconnect();
          act();
        },
        { rootMargin },
      );
      watch.observe(box);
      return () => watch.disconnect();
    },
    [act, rootMargin],
  );
}
