'use client';
import { useCallback, useState, type ComponentType } from 'react';
import { whenInView } from '@/components/ui/use-in-view';
import type { PlotProps } from './chart';

export type PlotState = 'waiting' | 'failed' | ComponentType<PlotProps>;

/** Loads what draws as soon as the box comes near the screen; `failed` where it can't be loaded. */
export function usePlot() {
  const [state, setState] = useState<PlotState>('waiting');
  const box = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    let wanted = true;
    const load = () =>
      import('./plot').then(
        ({ Plot }) => wanted && setState(() => Plot),
        () => wanted && setState('failed'),
      );
    const leave = whenInView(element, () => void load(), '200px');
    return () => {
      wanted = false;
      leave();
    };
  }, []);
  return [box, state] as const;
}
