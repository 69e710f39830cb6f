'use client';
/** The two axes of a plot, and the stretches of time in which there is nothing. */
import type { ReactElement } from 'react';
import { ReferenceArea, XAxis, YAxis } from 'recharts';
import type { Locale } from '@/lib/intl/locales';
import { formatTick, type ChartPoint, type PlotProps } from './chart';
import { timeTick, timeTicks } from './time-axis';
import { byteTicks, topOf } from './value-axis';

const tick = { fill: 'var(--faint)', fontSize: 12 };
/** What every axis looks like. */
export const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--line)' } } as const;
/** A band narrower than this share of the axis has no room for its word. */
const roomForWord = 0.1;

/** Both ends of a time axis, in milliseconds; nothing where the points are categories. */
function endsOf(points: readonly ChartPoint[]): { from: number; to: number } | null {
  const [from, to] = [points[0]?.x, points.at(-1)?.x];
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

/** The axis of time or categories along the bottom. */
export function bottomAxis({ points }: PlotProps, language: Locale): ReactElement {
  const ends = endsOf(points);
  if (!ends) return <XAxis dataKey="x" {...axis} minTickGap={8} />;
  return (
    <XAxis
      dataKey="x"
      type="number"
      scale="time"
      domain={['dataMin', 'dataMax']}
      ticks={timeTicks(ends.from, ends.to)}
      tickFormatter={(at: number) => timeTick(at, ends.to - ends.from, language)}
      minTickGap={16}
      {...axis}
    />
  );
}

/** The axis of values at the left; sizes are marked at round powers of two, which 1024 divides. */
export function valueAxis(props: PlotProps, language: Locale): ReactElement {
  const { format, domain } = props;
  const sizes = format === 'bytes' || format === 'bytesPerSecond';
  const highest = topOf(props);
  const top = domain && domain[1] !== 'auto' ? domain[1] : highest;
  const ticks = sizes ? byteTicks(top) : null;
  const ends: [number, number | 'auto'] | null = ticks
    ? [0, ticks.at(-1) ?? 1]
    : domain
      ? [...domain]
      : null;
  return (
    <YAxis
      {...axis}
      axisLine={false}
      tickFormatter={(value: number) => formatTick(format, value, language)}
      width="auto"
      ticks={ticks ?? undefined}
      domain={ends ?? undefined}
      // Without it there is no axis, and no band, where all is a gap.
      allowDataOverflow={ends !== null && ends[1] !== 'auto' && highest <= ends[1]}
    />
  );
}

/** Shades the stretches of which the chart's owner says why nothing is drawn. */
export function bandsOf({ bands = [], points }: PlotProps): ReactElement[] {
  const ends = endsOf(points);
  if (!ends) return [];
  return bands.map(({ from, to, label }) => {
    const roomy = (to - from) / (ends.to - ends.from) >= roomForWord;
    return (
      <ReferenceArea
        key={from}
        x1={from}
        x2={to}
        fill="var(--off-soft)"
        fillOpacity={1}
        stroke="none"
        ifOverflow="hidden"
        label={
          roomy ? { value: label, position: 'center', fill: 'var(--off)', fontSize: 12 } : undefined
        }
      />
    );
  });
}
