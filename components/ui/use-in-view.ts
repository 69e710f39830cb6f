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

/** Whether a box has come into view: its ref, and true from then on. */
export function useInView<Box extends Element = HTMLElement>() {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((box: Box) => whenInView(box, () => setSeen(true)), []);
  return [ref, seen] as const;
}
