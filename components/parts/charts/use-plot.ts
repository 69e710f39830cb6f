'use client';
import { useCallback, useState, type ComponentType } from 'react';
import { whenInView } from '@/components/ui/use-in-view';
import type { PlotProps } from './chart';

export type PlotState = 'waiting' | 'failed' | ComponentType<PlotProps>;

/** Loads the plot when the box comes near the screen; `failed` if it can't be loaded. */
export function usePlot() {
  const [state, setState] = useState<PlotState>('waiting');
  const box = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const load = () =>
      import('./plot').then(
        ({ Plot }) => setState(() => Plot),
        () => setState('failed'),
      );
    return whenInView(element, () => void load(), '200px');
  }, []);
  return [box, state] as const;
}
