'use client';
/** What draws: the only file that imports recharts, loaded when a chart comes into view. */
import type { ReactElement } from 'react';
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useLocale } from 'use-intl';
import { formatTick, seriesColor, type ChartPoint, type ChartSeries, type PlotProps } from './chart'; // prettier-ignore
import { LoneDot, type LoneDotProps } from './lone-dot';
import { PlotTooltip } from './plot-tooltip';
import { timeTick } from './time-axis';

const tick = { fill: 'var(--faint)', fontSize: 12 };
const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--line)' } } as const;
const cursorLine = { stroke: 'var(--edge)', strokeDasharray: '3 3' };
const cursorBox = { fill: 'var(--hover)' };
const margin = { top: 8, right: 12, bottom: 0, left: 0 };
/** One dash a series, so that colour isn't the only sign. */
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4'];

const isTime = (points: readonly ChartPoint[]) => typeof points[0]?.x === 'number';

function spanOf(points: readonly ChartPoint[]): number {
  const [first, last] = [points[0]?.x, points.at(-1)?.x];
  return typeof first === 'number' && typeof last === 'number' ? last - first : 0;
}

const rowsOf = (points: readonly ChartPoint[]) =>
  points.map(({ x, values, note }) => ({ x, note, ...values }));

/** The axis of time or categories along the bottom. */
function bottomAxis({ points }: PlotProps, language: ReturnType<typeof useLocale>): ReactElement {
  if (!isTime(points)) return <XAxis dataKey="x" {...axis} minTickGap={8} />;
  const span = spanOf(points);
  return (
    <XAxis
      dataKey="x"
      type="number"
      scale="time"
      domain={['dataMin', 'dataMax']}
      tickFormatter={(at: number) => timeTick(at, span, language)}
      minTickGap={32}
      {...axis}
    />
  );
}

/** What all kinds are drawn with. */
function useParts(props: PlotProps) {
  const language = useLocale();
  const { kind, series, points, format, syncId, domain, label } = props;
  const ticks = (value: number) => formatTick(format, value, language);
  return {
    chart: {
      data: rowsOf(points),
      margin,
      accessibilityLayer: true,
      title: label,
      ...(syncId ? { syncId, syncMethod: 'value' as const } : {}),
    },
    ticks,
    bottom: bottomAxis(props, language),
    left: (
      <YAxis
        {...axis}
        axisLine={false}
        tickFormatter={ticks}
        width="auto"
        {...(domain ? { domain: [...domain] } : {})}
      />
    ),
    tip: (
      <Tooltip
        isAnimationActive={false}
        cursor={kind === 'bars' || kind === 'rows' ? cursorBox : cursorLine}
        content={(shown) => <PlotTooltip shown={shown} series={series} format={format} />}
      />
    ),
  };
}

/** What lines and areas have in common: a gap stays a gap, and a reading between two gaps is a dot. */
const strokeOf = ({ points }: PlotProps, { key, label }: ChartSeries, index: number) => ({
  dataKey: key,
  name: label,
  type: 'linear' as const,
  stroke: seriesColor(index),
  strokeWidth: 1.75,
  ...(index === 0 ? {} : { strokeDasharray: dashes[index % dashes.length] }),
  dot: (dot: LoneDotProps) => <LoneDot key={dot.index} dot={dot} points={points} series={key} />,
  activeDot: { r: 3.5 },
  isAnimationActive: false,
  connectNulls: false,
});

function Lines(props: PlotProps) {
  const { chart, bottom, left, tip } = useParts(props);
  return (
    <LineChart {...chart}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      {bottom}
      {left}
      {tip}
      {props.series.map((each, index) => (
        <Line key={each.key} {...strokeOf(props, each, index)} />
      ))}
    </LineChart>
  );
}

function Areas(props: PlotProps) {
  const { chart, bottom, left, tip } = useParts(props);
  const { stacked } = props;
  return (
    <AreaChart {...chart}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      {bottom}
      {left}
      {tip}
      {props.series.map((each, index) => (
        <Area
          key={each.key}
          {...strokeOf(props, each, index)}
          fill={seriesColor(index)}
          fillOpacity={stacked ? 0.35 : 0.14}
          {...(stacked ? { stackId: 'all' } : {})}
        />
      ))}
    </AreaChart>
  );
}

function Bars(props: PlotProps) {
  const { chart, ticks, bottom, left, tip } = useParts(props);
  const { stacked } = props;
  const lying = props.kind === 'rows';
  return (
    <BarChart {...chart} layout={lying ? 'vertical' : 'horizontal'}>
      <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
      {lying ? <XAxis type="number" {...axis} axisLine={false} tickFormatter={ticks} /> : bottom}
      {lying ? <YAxis type="category" dataKey="x" width="auto" {...axis} /> : left}
      {tip}
      {props.series.map(({ key, label }, index) => (
        <Bar
          key={key}
          dataKey={key}
          name={label}
          fill={seriesColor(index)}
          stroke="var(--surface)"
          strokeWidth={stacked ? 1 : 0}
          maxBarSize={28}
          isAnimationActive={false}
          {...(stacked ? { stackId: 'all' } : {})}
        />
      ))}
    </BarChart>
  );
}

const kinds = { line: Lines, area: Areas, bars: Bars, rows: Bars };

/** The plot of one chart, as wide as its place. */
export function Plot(props: PlotProps) {
  const Kind = kinds[props.kind];
  return (
    <ResponsiveContainer>
      <Kind {...props} />
    </ResponsiveContainer>
  );
}
