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
import { formatTick, seriesColor, type ChartPoint, type PlotProps } from './chart';
import { LoneDot } from './lone-dot';
import { PlotTooltip } from './plot-tooltip';
import { timeTick } from './time-axis';

const tick = { fill: 'var(--faint)', fontSize: 12 };
const axis = { tick, tickLine: false, axisLine: { stroke: 'var(--line)' } } as const;
const cursorLine = { stroke: 'var(--edge)', strokeDasharray: '3 3' };
const cursorBox = { fill: 'var(--hover)' };
const margin = { top: 8, right: 12, bottom: 0, left: 0 };
/** One dash a series, so that colour isn't the only sign. */
const dashes = [undefined, '6 3', '2 3', '8 3 2 3', '1 4'];

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

/** The plot of one chart, as wide as its place. */
export function Plot(props: PlotProps) {
  const language = useLocale();
  const { kind, series, points, format, syncId, stacked, domain, label } = props;
  const data = rowsOf(points);
  const ticks = (value: number) => formatTick(format, value, language);
  const shared = {
    data,
    margin,
    accessibilityLayer: true,
    title: label,
    ...(syncId ? { syncId, syncMethod: 'value' as const } : {}),
  };
  const grid = <CartesianGrid stroke="var(--line)" vertical={false} />;
  const values = (
    <YAxis {...axis} axisLine={false} tickFormatter={ticks} width="auto" {...(domain ? { domain: [...domain] } : {})} />
  ); // prettier-ignore
  const tip = (
    <Tooltip
      isAnimationActive={false}
      cursor={kind === 'bars' || kind === 'rows' ? cursorBox : cursorLine}
      content={(shown) => <PlotTooltip shown={shown} series={series} format={format} />}
    />
  );
  const stack = stacked ? { stackId: 'all' } : {};
  if (kind === 'line') {
    return (
      <ResponsiveContainer>
        <LineChart {...shared}>
          {grid}
          {bottomAxis(props, language)}
          {values}
          {tip}
          {series.map(({ key, label: name }, index) => (
            <Line
              key={key}
              dataKey={key}
              name={name}
              type="linear"
              stroke={seriesColor(index)}
              strokeWidth={1.75}
              strokeDasharray={dashes[index % dashes.length]}
              dot={(dot) => <LoneDot key={dot.index} dot={dot} points={points} series={key} />}
              activeDot={{ r: 3.5 }}
              isAnimationActive={false}
              connectNulls={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    );
  }
  if (kind === 'area') {
    return (
      <ResponsiveContainer>
        <AreaChart {...shared}>
          {grid}
          {bottomAxis(props, language)}
          {values}
          {tip}
          {series.map(({ key, label: name }, index) => (
            <Area
              key={key}
              dataKey={key}
              name={name}
              type="linear"
              stroke={seriesColor(index)}
              strokeWidth={1.5}
              strokeDasharray={dashes[index % dashes.length]}
              fill={seriesColor(index)}
              fillOpacity={stacked ? 0.35 : 0.14}
              dot={(dot) => <LoneDot key={dot.index} dot={dot} points={points} series={key} />}
              isAnimationActive={false}
              connectNulls={false}
              {...stack}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    );
  }
  const lying = kind === 'rows';
  return (
    <ResponsiveContainer>
      <BarChart {...shared} layout={lying ? 'vertical' : 'horizontal'}>
        <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
        {lying ? (
          <XAxis type="number" {...axis} axisLine={false} tickFormatter={ticks} />
        ) : (
          bottomAxis(props, language)
        )}
        {lying ? <YAxis type="category" dataKey="x" width="auto" {...axis} /> : values}
        {tip}
        {series.map(({ key, label: name }, index) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            fill={seriesColor(index)}
            stroke="var(--surface)"
            strokeWidth={stacked ? 1 : 0}
            maxBarSize={28}
            isAnimationActive={false}
            {...stack}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
