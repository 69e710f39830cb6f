'use client';
/** Draws the charts. Only this file and its imports use recharts; they are loaded when a chart comes into view. */
import { useCallback, useRef, type ComponentProps } from 'react';
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  YAxis,
} from 'recharts';
import { useLocale, useTranslations } from 'use-intl';
import {
  fillOf,
  pointColor,
  seriesColors,
  type ChartPoint,
  type ChartSeries,
  type PlotProps,
} from './chart';
import { LoneDot, type LoneDotProps } from './lone-dot';
import { PlotTooltip } from './plot-tooltip';
import { dashesOf } from './swatch';
import { axis, bandsOf, bottomAxis, bottomValueAxis, valueAxis } from './plot-axes';

const cursorLine = { stroke: 'var(--edge)', strokeDasharray: '3 3' };
const cursorBox = { fill: 'var(--hover)' };
const margin = { top: 8, right: 12, bottom: 0, left: 0 };
const rowsOf = (points: readonly ChartPoint[]) =>
  points.map(({ x, values, note }) => ({ x, note, ...values }));

type SpokenPlotProps = PlotProps & Pick<ComponentProps<typeof PlotTooltip>, 'onWords'>;

/** The parts that all kinds of charts share. */
function useParts(props: SpokenPlotProps) {
  const language = useLocale();
  const t = useTranslations('charts');
  const { kind, series, points, format, syncId, label, onWords } = props;
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
    values: bottomValueAxis(props, language),
    bottom: bottomAxis(props, language),
    left: valueAxis(props, language),
    tip: (
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        cursor={kind === 'bars' || kind === 'rows' ? cursorBox : cursorLine}
        content={(shown) => <PlotTooltip {...{ shown, kind, series, format, onWords }} />}
      />
    ),
  };
}

/** The props that lines and areas share. A gap isn't bridged, and a point between two gaps is a dot. */
const strokeOf = ({ points, series }: PlotProps, { key, label }: ChartSeries, index: number) => ({
  dataKey: key,
  name: label,
  type: 'linear' as const,
  stroke: fillOf(seriesColors(series)[index]),
  strokeWidth: 1.75,
  strokeDasharray: dashesOf(index),
  dot: (dot: LoneDotProps) => <LoneDot key={dot.index} dot={dot} points={points} series={key} />,
  activeDot: { r: 3.5 },
  isAnimationActive: false,
  connectNulls: false,
});

function Lines(props: SpokenPlotProps) {
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

function Areas(props: SpokenPlotProps) {
  const { chart, bottom, left, tip } = useParts(props);
  const { stacked } = props;
  const colors = seriesColors(props.series);
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
          fill={fillOf(colors[index])}
          fillOpacity={stacked ? 0.35 : 0.14}
          stackId={stacked ? 'all' : undefined}
        />
      ))}
    </AreaChart>
  );
}

function Bars(props: SpokenPlotProps) {
  const { chart, values, bottom, left, tip } = useParts(props);
  const { stacked } = props;
  const colors = seriesColors(props.series);
  const isHorizontal = props.kind === 'rows';
  return (
    <BarChart {...chart} layout={isHorizontal ? 'vertical' : 'horizontal'}>
      <CartesianGrid stroke="var(--line)" vertical={isHorizontal} horizontal={!isHorizontal} />
      {isHorizontal ? values : bottom}
      {isHorizontal ? (
        <YAxis type="category" dataKey="x" width="auto" interval={0} {...axis} />
      ) : (
        left
      )}
      {tip}
      {props.series.map(({ key, label }, index) => (
        <Bar
          key={key}
          dataKey={key}
          name={label}
          fill={fillOf(colors[index])}
          stroke="var(--surface)"
          strokeWidth={stacked ? 1 : 0}
          maxBarSize={28}
          isAnimationActive={false}
          stackId={stacked ? 'all' : undefined}
        >
          {props.series.length === 1
            ? props.points.map((point) => (
                <Cell key={point.x} fill={fillOf(pointColor(point) ?? colors[index])} />
              ))
            : null}
        </Bar>
      ))}
    </BarChart>
  );
}

const kinds = { line: Lines, area: Areas, bars: Bars, rows: Bars };

/** The plot of one chart; fills its parent. What the arrow keys come to is told to screen readers. */
export function Plot(props: PlotProps) {
  const Kind = kinds[props.kind];
  const box = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  // Set without React: a new state would draw the whole chart again.
  const onWords = useCallback((words: string) => {
    const isWalked = box.current?.contains(document.activeElement) ?? false;
    if (status.current) status.current.textContent = isWalked ? words : '';
  }, []);
  return (
    <div ref={box} className="relative size-full">
      <ResponsiveContainer>
        <Kind {...props} onWords={onWords} />
      </ResponsiveContainer>
      <p ref={status} role="status" className="sr-only" />
    </div>
  );
}
