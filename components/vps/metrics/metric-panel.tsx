'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AreaChart } from '@/components/parts/charts/area-chart';
import { type ChartProps, type ChartSpan, formatValue } from '@/components/parts/charts/chart';
import { LineChart } from '@/components/parts/charts/line-chart';
import { Panel } from '@/components/ui/panel';
import { bytes, number } from '@/lib/format';
import { bandOf, type Metrics, figuresOf, showsPresent } from './metrics';
import { useLatest } from './use-latest';
import type { MetricChart } from './panels';

/** The line under a chart's title: what its values measure, and in which unit. */
function useDescription({ id, format }: MetricChart, { capacity }: Metrics): string | null {
  const t = useTranslations('metrics');
  const locale = useLocale();
  if (id === 'cpu') return t('chartsOf.cpu');
  if (id === 'memory')
    return capacity === null ? null : t('chartsOf.memory', { size: bytes(capacity, locale) });
  return format === 'number' ? t('unknownUnit') : t(`chartsOf.${id}`);
}

interface MetricPanelProps {
  chart: MetricChart;
  metrics: Metrics;
  zone: string;
  /** The whole period, even if only a part of it has readings. */
  span: ChartSpan;
  /** Whether the machine runs now. */
  runs: boolean;
  syncId: string;
}

/** One chart with a table of its figures. @param syncId charts with the same id share their crosshair */
export function MetricPanel({ chart, metrics, zone, span, runs, syncId }: MetricPanelProps) {
  const t = useTranslations('metrics');
  const description = useDescription(chart, metrics);
  const drawn = useMemo<Pick<ChartProps, 'points' | 'bands' | 'series'>>(
    () => ({
      series: chart.measures.map((key) => ({ key, label: t(`series.${key}`) })),
      points: metrics.buckets.map(({ at, values, state }) => ({
        x: at,
        values,
        note: state === 'on' ? undefined : t(`states.${state}`),
      })),
      bands: metrics.spans.map((span) => ({
        ...bandOf(span, metrics),
        label: t(`states.${span.state}`),
      })),
    }),
    [chart.measures, metrics, t],
  );
  const props = {
    ...drawn,
    label: t(`charts.${chart.id}`),
    xLabel: t('time', { zone }),
    format: chart.format,
    span,
    syncId,
    domain: chart.domain,
  };
  return (
    <Panel title={props.label} description={description}>
      {chart.measures.length === 1 ? <AreaChart {...props} /> : <LineChart {...props} />}
      <FiguresTable chart={chart} metrics={metrics} runs={runs} now={span.to} />
    </Panel>
  );
}

/** The figures of a chart: the last reading, the average and the peak. */
function FiguresTable({
  chart,
  metrics,
  runs,
  now,
}: {
  chart: MetricChart;
  metrics: Metrics;
  runs: boolean;
  now: number;
}) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const { capacity, buckets } = metrics;
  const latest = useLatest(metrics, now);
  const share = (value: number | null) =>
    chart.id === 'memory' && capacity !== null && value !== null
      ? ` (${number((value / capacity) * 100, locale, 0)}%)`
      : '';
  return (
    <table className="tabular mt-3 w-full text-sm">
      <caption className="sr-only">{t('figures', { chart: t(`charts.${chart.id}`) })}</caption>
      <thead>
        <tr className="text-muted">
          <th scope="col">
            <span className="sr-only">{t('measure')}</span>
          </th>
          {[showsPresent(metrics, runs, now) ? t('now') : latest, t('average'), t('peak')].map(
            (head) => (
              <th key={head} scope="col" className="py-0.5 pl-2 text-right font-normal">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {chart.measures.map((measure) => {
          const { last, average, peak } = figuresOf(buckets, measure);
          return (
            <tr key={measure} className="border-line border-t">
              <th scope="row" className="text-muted py-1 text-left font-normal">
                {t(`series.${measure}`)}
              </th>
              {Object.entries({ last, average, peak }).map(([name, value]) => (
                <td key={name} className="py-1 pl-2 text-right">
                  {formatValue(chart.format, value, locale)}
                  {share(value)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
