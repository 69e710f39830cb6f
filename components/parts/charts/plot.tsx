'use client';
/** Draws the charts. Only this file and its imports use recharts; they are loaded when a chart comes into view. */
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
import { useLocale, useTranslations } from 'use-intl';
import {
  formatTick,
  seriesColor,
  type ChartPoint,
  type ChartSeries,
  type PlotProps,
} from './chart';
import { LoneDot, type LoneDotProps } from './lone-dot';
import { PlotTooltip } from './plot-tooltip';
import { axis, bandsOf, bottomAxis, valueAxis } from './plot-axes';

const cursorLine = { stroke: 'var(--edge)', strokeDasharray: '3 3' };
const cursorBox = { fill: 'var(--hover)' };
const margin = { top: 8, right: 12, bottom: 0, left: 0 };
/** A dash pattern for each series, so that colour isn't the only difference. */
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4'];

const rowsOf = (points: readonly ChartPoint[]) =>
  points.map(({ x, values, note }) => ({ x, note, ...values }));

/** The parts that all kinds share. */
function useParts(props: PlotProps) {
  const language = useLocale();
  const t = useTranslations('charts');
  const { kind, series, points, format, syncId, label } = props;
  return {
    chart: {
      data: rowsOf(points),
      margin,
      accessibilityLayer: true,
      title: label,
      desc: t('keys'),
      syncId,
      syncMethod: 'value' as const,
    },
    ticks: (value: number) => formatTick(format, value, language),
    bottom: bottomAxis(props, language),
    left: valueAxis(props, language),
    tip: (
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        cursor={kind === 'bars' || kind === 'rows' ? cursorBox : cursorLine}
        content={(shown) => <PlotTooltip shown={shown} series={series} format={format} />}
      />
    ),
  };
}

/** Props that lines and areas share: a gap stays a gap, and a single reading between two gaps is a dot. */
const strokeOf = ({ points }: PlotProps, { key, label }: ChartSeries, index: number) => ({
  dataKey: key,
  name: label,
  type: 'linear' as const,
  stroke: seriesColor(index),
  strokeWidth: 1.75,
  strokeDasharray: index === 0 ? undefined : dashes[index % dashes.length],
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
      {bandsOf(props)}
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
      {bandsOf(props)}
      {bottom}
      {left}
      {tip}
      {props.series.map((each, index) => (
        <Area
          key={each.key}
          {...strokeOf(props, each, index)}
          fill={seriesColor(index)}
          fillOpacity={stacked ? 0.35 : 0.14}
          stackId={stacked ? 'all' : undefined}
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
      {lying ? <YAxis type="category" dataKey="x" width="auto" interval={0} {...axis} /> : left}
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
          stackId={stacked ? 'all' : undefined}
        />
      ))}
    </BarChart>
  );
}

const kinds = { line: Lines, area: Areas, bars: Bars, rows: Bars };

/** The plot of one chart; fills the width of its parent. */
export function Plot(props: PlotProps) {
  const Kind = kinds[props.kind];
  return (
    <ResponsiveContainer>
      <Kind {...props} />
    </ResponsiveContainer>
  );
}
