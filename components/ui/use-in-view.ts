import { useCallback, useState } from 'react';

/**
 * Calls `act` once, when a box comes into view.
 * @param margin how far outside the window still counts, as in CSS
 * @returns a function that stops watching
 */
export function whenInView(box: Element, act: () => void, margin = '0px'): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: margin },
  );
  watch.observe(box);
  return () => watch.disconnect();
}

/** Gives a ref for a box, and whether the box has been in view. */
export function useInView() {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((box: HTMLElement) => whenInView(box, () => setSeen(true)), []);
  return [ref, seen] as const;
}
