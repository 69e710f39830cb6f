'use client';
import type { ChartProps } from './chart';
import { ChartFrame } from './chart-frame';

/**
 * Readings over time, one line for each series; null is a gap. `syncId` links crosshairs. Needs the messages of
 * `charts`.
 */
export function LineChart(props: ChartProps) {
  return <ChartFrame {...props} kind="line" stacked={false} />;
}
