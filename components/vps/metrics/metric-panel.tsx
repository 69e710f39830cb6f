'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AreaChart } from '@/components/parts/charts/area-chart';
import type { ChartProps } from '@/components/parts/charts/chart';
import { LineChart } from '@/components/parts/charts/line-chart';
import { Panel } from '@/components/ui/panel';
import { bytes } from '@/lib/format';
import { FiguresTable } from './figures-table';
import { bandOf, type Metrics } from './metrics';
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

/** One chart with what its readings come to. `syncId` links its crosshair to the others'. */
export function MetricPanel({
  chart,
  metrics,
  zone,
  syncId,
}: {
  chart: ChartOf;
  metrics: Metrics;
  zone: string;
  syncId: string;
}) {
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
    syncId,
    domain: chart.domain,
  };
  return (
    <Panel title={props.label} description={description}>
      {chart.measures.length === 1 ? <AreaChart {...props} /> : <LineChart {...props} />}
      <FiguresTable chart={chart} metrics={metrics} />
    </Panel>
  );
}
