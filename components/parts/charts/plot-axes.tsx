'use client';
/** The two axes of a plot, and the shaded parts without data. */
import type { ReactElement } from 'react';
import { ReferenceArea, XAxis, YAxis } from 'recharts';
import type { Locale } from '@/lib/intl/locales';
import { formatTick, type ChartPoint, type PlotProps } from './chart';
import { timeTick, timeTicks } from './time-axis';
import { byteTicks, topOf } from './value-axis';

const tick = { fill: 'var(--faint)', fontSize: 12 };
/** The look of every axis. */
export const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--line)' } } as const;
/** A band needs this share of the axis for its label. */
const roomForWord = 0.1;

/** The ends of a time axis in milliseconds; null for categories. */
function endsOf(points: readonly ChartPoint[]): { from: number; to: number } | null {
  const [from, to] = [points[0]?.x, points.at(-1)?.x];
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

/** The bottom axis: time or categories. */
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

/** The left axis: values. Sizes have ticks at powers of two, which divide 1024. */
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
      // Without it neither axis nor bands are drawn if all values are gaps.
      allowDataOverflow={ends !== null && ends[1] !== 'auto' && highest <= ends[1]}
    />
  );
}

/** Shades the bands. */
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
