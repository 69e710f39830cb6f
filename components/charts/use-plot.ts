'use client';
import { useEffect, useRef, useState, type ComponentType, type RefObject } from 'react';
import type { PlotProps } from './chart';

export type PlotState = 'waiting' | 'failed' | ComponentType<PlotProps>;

/** Loads what draws as soon as the box comes near the screen; `failed` where it can't be loaded. */
export function usePlot(): [RefObject<HTMLDivElement | null>, PlotState] {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PlotState>('waiting');
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    let wanted = true;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        import('./plot').then(
          ({ Plot }) => wanted && setState(() => Plot),
          () => wanted && setState('failed'),
        );
      },
      { rootMargin: '200px' },
    );
    watch.observe(place);
    return () => {
      wanted = false;
      watch.disconnect();
    };
  }, []);
  return [box, state];
}
