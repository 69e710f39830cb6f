'use client';
/** The two axes of a plot, and the shaded parts without data. */
import type { ReactElement } from 'react';
import { ReferenceArea, XAxis, YAxis } from 'recharts';
import type { Locale } from '@/lib/intl/locales';
import { formatTick, type ChartProps, type ChartSpan, type PlotProps } from './chart';
import { timeTick, timeTicks } from './time-axis';
import { byteTicks, roundTicks, topOf } from './value-axis';

const tick = { fill: 'var(--faint)', fontSize: 12 };
/** The look of every axis. */
export const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--line)' } } as const;
/** The least share of the axis that a band needs to show its label. */
const roomForWord = 0.1;

/** Both ends of a time axis; null if the points are categories. A point outside `span` widens the axis. */
function endsOf({ points, span }: Pick<ChartProps, 'points' | 'span'>): ChartSpan | null {
  const [from, to] = [points[0]?.x, points.at(-1)?.x];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return span ? { from: Math.min(from, span.from), to: Math.max(to, span.to) } : { from, to };
}

/** The axis of time or categories along the bottom. */
export function bottomAxis(props: PlotProps, language: Locale): ReactElement {
  const ends = endsOf(props);
  if (!ends) return <XAxis dataKey="x" {...axis} minTickGap={8} />;
  return (
    <XAxis
      dataKey="x"
      type="number"
      scale="time"
      domain={[ends.from, ends.to]}
      ticks={timeTicks(ends.from, ends.to)}
      tickFormatter={(at: number) => timeTick(at, ends.to - ends.from, language)}
      minTickGap={16}
      {...axis}
    />
  );
}

/**
 * The ticks of the value axis: multiples of 1024 for bytes, else round numbers. Undefined if the axis has a
 * fixed end.
 */
function valueTicks({ domain, format }: PlotProps, highest: number): number[] | undefined {
  const top = domain && domain[1] !== 'auto' ? domain[1] : highest;
  if (format === 'bytes' || format === 'bytesPerSecond') return byteTicks(top);
  return domain && domain[1] !== 'auto' ? undefined : roundTicks(top);
}

/** The props of the value axis, vertical or horizontal. */
function valueAxisProps(props: PlotProps, language: Locale) {
  const { format, domain } = props;
  const highest = topOf(props);
  const ticks = valueTicks(props, highest);
  const ends: [number, number | 'auto'] = ticks
    ? [0, ticks.at(-1) ?? 1]
    : [...(domain ?? ([0, 'auto'] as const))];
  return {
    ...axis,
    axisLine: false,
    tickFormatter: (value: number) => formatTick(format, value, language),
    ticks,
    domain: ends,
    // Without it recharts draws no axis and no bands if every value is a gap.
    allowDataOverflow: ends[1] !== 'auto' && highest <= ends[1],
  } as const;
}

/** The value axis at the left. */
export function valueAxis(props: PlotProps, language: Locale): ReactElement {
  return <YAxis {...valueAxisProps(props, language)} width="auto" />;
}

/** The value axis at the bottom, for horizontal bars. */
export function bottomValueAxis(props: PlotProps, language: Locale): ReactElement {
  return <XAxis type="number" {...valueAxisProps(props, language)} />;
}

/** Shades the bands: parts of the time axis without data, with a label that says why. */
export function bandsOf(props: PlotProps): ReactElement[] {
  const { bands = [] } = props;
  const ends = endsOf(props);
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
