'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { nameOf } from '@/components/instances/machine';
import { useInstance, type Detail } from '@/components/instances/use-instance';
import { Live } from '@/components/live/live';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import type { Result } from '@/lib/contract/types';
import { duration } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { CsvButton } from './csv-button';
import { MetricPanel } from './metric-panel';
import { metricsOf } from './metrics';
import { NoReadings } from './no-readings';
import { chartsOf } from './panels';
import { metricsInput, readPeriod, type Period } from './period';
import { PeriodPicker } from './period-picker';
import { SpansNote } from './spans-note';
import { useZone } from './use-zone';

/**
 * CPU, memory, network and disk of a machine over the period in the URL, as charts that share their crosshair.
 * @param problem of the server's own read, which was of the period `begun`
 */
export function MetricsView({
  account,
  instance,
  begun,
  problem,
}: {
  account: string;
  instance: string;
  begun: Period;
  problem: Problem | null;
}) {
  const t = useTranslations('metrics');
  const period = readPeriod(useSearchParams().get('period'));
  const { data: machine } = useInstance(account, instance);
  const query = useBackendQuery('D05', metricsInput(instance, period), {
    account,
    poll: period === 'hour' ? 'slow' : false,
    keep: true,
  });
  const { isPlaceholderData: old, dataUpdatedAt: now } = query;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <PeriodPicker period={period} />
        <span role="status" className="text-muted inline-flex items-center gap-2 text-sm">
          {old ? (
            <>
              <Spinner />
              {t('loading')}
            </>
          ) : null}
        </span>
      </div>
      <Live
        query={query}
        problem={period === begun ? problem : null}
        failed={t('failed')}
        noAccess={t('noAccess')}
      >
        {(rrd) => <Readings shown={{ rrd, period, now, old, machine }} />}
      </Live>
    </>
  );
}

interface Shown {
  rrd: Result<'D05'>;
  period: Period;
  /** When it was read, in milliseconds. */
  now: number;
  /** Of the period before, while this one's are on their way. */
  old: boolean;
  machine: Detail | undefined;
}

function Readings({ shown: { rrd, period, now, old, machine } }: { shown: Shown }) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const metrics = useMemo(() => metricsOf(rrd, period, now), [rrd, period, now]);
  const charts = useMemo(() => chartsOf(metrics), [metrics]);
  const zone = useZone(metrics.buckets.at(-1)?.at ?? now);
  if (metrics.buckets.length === 0) return <NoReadings machine={machine} period={period} now={now} />; // prettier-ignore
  const name = `metrics-${machine ? nameOf(machine) : 'instance'}-${period}`;
  return (
    <div aria-busy={old} className={cx('transition-opacity', old && 'opacity-60')}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-muted text-sm">
          {t('each', { span: duration(metrics.step / 1000, locale), zone })}
        </p>
        <CsvButton metrics={metrics} name={name} disabledReason={old ? t('loading') : null} />
      </div>
      <SpansNote spans={metrics.spans} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {charts.map((chart) => (
          <MetricPanel
            key={chart.id}
            chart={chart}
            metrics={metrics}
            zone={zone}
            syncId="metrics"
          />
        ))}
      </div>
    </div>
  );
}
