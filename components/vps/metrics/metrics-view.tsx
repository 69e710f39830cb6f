'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo, useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { nameOf } from '@/components/vps/instances/machine';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { Live } from '@/components/parts/answers/live';
import type { ChartSpan } from '@/components/parts/charts/chart';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import { canonicalStatus, statusGroup } from '@/lib/contract/states';
import { serverTime } from '@/lib/clock';
import { duration, jakartaOffset, zoneName } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { ReadingsButton } from './readings-button';
import { MetricPanel } from './metric-panel';
import { metricsOf, type Metrics } from './metrics';
import { chartsOf } from './panels';
import { periodLengths, metricsInput, readPeriod, type Period, periods, usualStep } from './period';
import { PeriodPicker, showPeriod } from './period-picker';
import { SpansNote } from './spans-note';
import { zonesOver } from '@/components/parts/charts/time-axis';
import { ChartLine } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

interface MetricsViewProps {
  instance: string;
  /** The period that the server has read. */
  serverPeriod: Period;
  problem: Problem | null;
}

/**
 * Shows CPU, memory, network and disk of an instance over the period in the URL, as charts that share their crosshair.
 * @param problem of the server's read, which read the period `serverPeriod`
 */
export function MetricsView({ instance, serverPeriod, problem }: MetricsViewProps) {
  const t = useTranslations('metrics');
  const period = readPeriod(useSearchParams().get('period'));
  const { data: machine } = useInstance(instance);
  const query = useBackendQuery('D05', metricsInput(instance, period), {
    poll: period === 'hour' ? 'slow' : false,
    keep: true,
  });
  const { data, isPlaceholderData: old, dataUpdatedAt } = query;
  const now = serverTime(dataUpdatedAt);
  const metrics = useMemo(() => data && metricsOf(data, period, now), [data, period, now]);
  const name = `metrics-${machine ? nameOf(machine) : 'instance'}-${period}`;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <PeriodPicker period={period} />
        <ReadingsNote metrics={metrics} old={old} now={now} />
        {metrics && metrics.buckets.length > 0 ? (
          <ReadingsButton
            metrics={metrics}
            name={name}
            disabledReason={old ? t('loading') : null}
          />
        ) : null}
      </div>
      <Live
        query={query}
        problem={period === serverPeriod ? problem : null}
        failed={t('failed')}
        noAccess={t('noAccess')}
      >
        {() => {
          if (!metrics) return null;
          if (metrics.buckets.length > 0) {
            const runs = canonicalStatus(machine?.status) === 'running';
            return (
              <Readings
                {...{ metrics, old, runs }}
                span={{ from: now - periodLengths[period], to: now }}
              />
            );
          }
          return <NoReadings machine={machine} period={period} now={now} />;
        }}
      </Live>
    </>
  );
}

/** Says how far apart the readings are and which time zone they use, or that other readings are loading. */
function ReadingsNote({
  metrics,
  old,
  now,
}: {
  metrics: Metrics | undefined;
  old: boolean;
  now: number;
}) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const [first, last] = [metrics?.buckets[0]?.at ?? now, metrics?.buckets.at(-1)?.at ?? now];
  const zone = useZone(first, last);
  const readings = metrics && metrics.buckets.length > 0 ? metrics : null;
  return (
    <p role="status" className="text-muted inline-flex grow items-center gap-2 text-sm">
      {old ? <Spinner /> : null}
      {old ? t('loading') : null}
      {readings && !old ? t('step', { span: duration(readings.step / 1000, locale), zone }) : null}
    </p>
  );
}

/** The charts. @param old true while they still show the previous period, because the new one is loading */
function Readings({
  metrics,
  old,
  runs,
  span,
}: {
  metrics: Metrics;
  old: boolean;
  /** Whether the machine runs now. */
  runs: boolean;
  span: ChartSpan;
}) {
  const charts = useMemo(() => chartsOf(metrics), [metrics]);
  const zone = useZone(metrics.buckets[0]?.at ?? span.from, span.to);
  return (
    <div aria-busy={old} className={cx('transition-opacity', old && 'opacity-60')}>
      <SpansNote spans={metrics.spans} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {charts.map((chart) => (
          <MetricPanel
            key={chart.id}
            chart={chart}
            metrics={metrics}
            zone={zone}
            span={span}
            runs={runs}
            syncId="metrics"
          />
        ))}
      </div>
    </div>
  );
}

const subscribeToNothing = () => () => {};

/** The name of the viewer's time zone over a span in milliseconds; Jakarta's until React has hydrated the page. */
function useZone(from: number, to: number): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => zonesOver(from, to),
    () => zoneName(jakartaOffset),
  );
}

interface NoReadingsProps {
  machine: Detail | undefined;
  period: Period;
  /** Milliseconds since 1970. */
  now: number;
}

/** Says why a period has no readings: the machine is new, it is in error, or nothing measured it. */
function NoReadings({ machine, period, now }: NoReadingsProps) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const step = usualStep[period];
  const made = Date.parse(machine?.created_at ?? '');
  const isNew = now - made < 2 * step;
  const inError = statusGroup(machine?.status) === 'error';
  const other = isNew ? 'hour' : periods[periods.indexOf(period) + 1];
  return (
    <EmptyState
      icon={<ChartLine aria-hidden />}
      title={isNew ? t('none.newTitle') : t('none.title')}
      actions={
        other && other !== period ? (
          <Button onClick={() => showPeriod(other)}>{t(`none.show.${other}`)}</Button>
        ) : undefined
      }
    >
      {inError
        ? t('none.errorText')
        : isNew
          ? t('none.newText', { span: duration(step / 1000, locale) })
          : t('none.text')}
    </EmptyState>
  );
}
