'use client';
import type { ChartProps } from './chart';
import { ChartFrame } from './chart-frame';

/**
 * Amounts by category: standing bars, or lying ones (`rows`) where names are long. `stacked` where series
 * add up. Needs the messages of `charts`.
 */
export function BarChart({
  rows = false,
  stacked = false,
  ...props
}: ChartProps & { rows?: boolean; stacked?: boolean }) {
  return <ChartFrame {...props} kind={rows ? 'rows' : 'bars'} stacked={stacked} />;
}
