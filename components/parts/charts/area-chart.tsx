'use client';
import type { ChartProps } from './chart';
import { ChartFrame } from './chart-frame';

/** Amounts over time as filled areas; `stacked` if they add up. Needs the messages of `charts`. */
export function AreaChart({ stacked = false, ...props }: ChartProps & { stacked?: boolean }) {
  return <ChartFrame {...props} kind="area" stacked={stacked} />;
}
