'use client';
import { useCallback, useState, type ComponentType, type Ref } from 'react';
import { useNear } from '@/components/ui/use-near';
import type { PlotProps } from './chart';

export type PlotState = 'waiting' | 'failed' | ComponentType<PlotProps>;

/** Loads what draws as soon as the box comes near the screen; `failed` where it can't be loaded. */
export function usePlot(): [Ref<HTMLDivElement>, PlotState] {
  const [state, setState] = useState<PlotState>('waiting');
  const load = useCallback(() => {
    import('./plot').then(
      ({ Plot }) => setState(() => Plot),
      () => setState('failed'),
    );
  }, []);
  return [useNear(load, '200px'), state];
}
