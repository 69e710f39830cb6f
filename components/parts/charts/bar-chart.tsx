'use client';
import type { ChartProps } from './chart';
import { ChartFrame } from './chart-frame';

/**
 * Amounts by category as vertical bars, or as horizontal ones (`rows`) if names are long. `stacked` if the series add
 * up. Needs the messages of `charts`.
 */
export function BarChart({
  rows = false,
  stacked = false,
  ...props
}: ChartProps & { rows?: boolean; stacked?: boolean }) {
  return <ChartFrame {...props} kind={rows ? 'rows' : 'bars'} stacked={stacked} />;
}
