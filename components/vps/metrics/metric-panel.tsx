'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AreaChart } from '@/components/parts/charts/area-chart';
import { type ChartProps, formatValue } from '@/components/parts/charts/chart';
import { LineChart } from '@/components/parts/charts/line-chart';
import { Panel } from '@/components/ui/panel';
import { bytes, number } from '@/lib/format';
import { bandOf, type Metrics, figuresOf } from './metrics';
import type { ChartOf } from './panels';

/** Under a chart's title: what its values are of. */
function useDescription({ id, format }: ChartOf, { capacity }: Metrics): string | null {
  const t = useTranslations('metrics');
  const locale = useLocale();
  if (id === 'cpu') return t('chartsOf.cpu');
  if (id === 'memory')
    return capacity === null ? null : t('chartsOf.memory', { size: bytes(capacity, locale) });
  return format === 'number' ? t('ownUnit') : t(`chartsOf.${id}`);
}

interface MetricPanelProps {
  chart: ChartOf;
  metrics: Metrics;
  zone: string;
  syncId: string;
}

/** One chart with what its readings come to. `syncId` links its crosshair to the others'. */
export function MetricPanel({ chart, metrics, zone, syncId }: MetricPanelProps) {
  const t = useTranslations('metrics');
  const description = useDescription(chart, metrics);
  const drawn = useMemo<Pick<ChartProps, 'points' | 'bands' | 'series'>>(
    () => ({
      series: chart.measures.map((key) => ({ key, label: t(`series.${key}`) })),
      points: metrics.buckets.map(({ at, values, state }) => ({
        x: at,
        values,
        ...(state === 'on' ? {} : { note: t(`states.${state}`) }),
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
    syncId,
    ...(chart.domain ? { domain: chart.domain } : {}),
  };
  return (
    <Panel title={props.label} description={description}>
      {chart.measures.length === 1 ? <AreaChart {...props} /> : <LineChart {...props} />}
      <FiguresTable chart={chart} metrics={metrics} />
    </Panel>
  );
}

/** Readings that come this often tell what is now; rarer ones tell an average of a while ago. */
const fresh = 10 * 60_000;

/** What a chart's readings come to: the last one, their average and their peak. */
function FiguresTable({ chart, metrics }: { chart: ChartOf; metrics: Metrics }) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const { capacity, buckets, step } = metrics;
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
          {[t(step < fresh ? 'now' : 'latest'), t('average'), t('peak')].map((head) => (
            <th key={head} scope="col" className="py-0.5 pl-2 text-right font-normal">
              {head}
            </th>
          ))}
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
