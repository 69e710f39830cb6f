'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Sparkline } from '@/components/parts/charts/sparkline';
import { useInstance } from '@/components/vps/instances/use-instance';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useInView } from '@/components/ui/use-in-view';
import { canonicalStatus } from '@/lib/contract/states';
import { serverTime } from '@/lib/clock';
import { bytes, number } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { figuresOf, metricsOf, showsPresent, type Metrics } from './metrics';
import { metricsInput } from './period';
import { useLatest } from './use-latest';

/** As high as the readings, so that nothing moves when they come. */
const height = 'min-h-28';

/** Stands in the place of `MetricsBrief` while it is read. */
export const MetricsBriefOutline = () => <Skeleton className={`${height} w-full`} />;

/**
 * CPU and memory of an instance over the last hour, with a link to all metrics. It reads only while it is visible and the
 * instance runs.
 */
export function MetricsBrief({ instance }: { instance: string }) {
  const account = useAccount();
  const t = useTranslations('metrics');
  const [box, seen] = useInView();
  const { data: machine } = useInstance(instance);
  const runs = canonicalStatus(machine?.status) === 'running';
  const link = (
    <TextLink href={paths.instancePart(account, instance, 'metrics')} className="text-xs">
      {t('brief.link')}
    </TextLink>
  );
  return (
    <section ref={box} aria-label={t('brief.title')} className={`bg-line ${height}`}>
      {runs ? (
        <Readings instance={instance} seen={seen} link={link} />
      ) : (
        <Instead link={link}>{t('brief.notRunning')}</Instead>
      )}
    </section>
  );
}

/** Says why there is nothing to draw. */
function Instead({ link, children }: { link: ReactNode; children: ReactNode }) {
  return (
    <div
      className={`bg-surface flex flex-wrap content-center items-center justify-between gap-x-6 gap-y-1 px-4 py-3 ${height}`}
    >
      <p className="text-muted">{children}</p>
      {link}
    </div>
  );
}

interface ReadingsProps {
  instance: string;
  seen: boolean;
  link: ReactNode;
}

function Readings({ instance, seen, link }: ReadingsProps) {
  const t = useTranslations('metrics');
  const { data, error, dataUpdatedAt } = useBackendQuery('D05', metricsInput(instance, 'hour'), {
    poll: 'slow',
    enabled: seen,
  });
  if (!data)
    return error ? <Instead link={link}>{t('brief.failed')}</Instead> : <MetricsBriefOutline />;
  const now = serverTime(dataUpdatedAt);
  const metrics = metricsOf(data, 'hour', now);
  if (metrics.buckets.length === 0) return <Instead link={link}>{t('brief.none')}</Instead>;
  return (
    <dl className="grid grid-cols-2 gap-px">
      <Reading measure="cpu" {...{ metrics, now }} />
      <Reading measure="memory" {...{ metrics, now }} link={link} />
    </dl>
  );
}

interface ReadingProps {
  measure: 'cpu' | 'memory';
  metrics: Metrics;
  now: number;
  link?: ReactNode;
}

/** The last reading, the average and the peak of one measure, and its course. */
function Reading({ measure, metrics, now, link }: ReadingProps) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const { buckets, capacity } = metrics;
  const { last, average, peak } = figuresOf(buckets, measure);
  const words = (value: number | null) =>
    measure === 'memory'
      ? bytes(value, locale)
      : value === null
        ? '–'
        : `${number(value, locale)}%`;
  const whole = measure === 'memory' && capacity !== null && last !== null;
  return (
    <div className="bg-surface flex min-w-0 flex-col px-4 py-3">
      <dt className="text-faint flex flex-wrap justify-between gap-x-3 text-xs">
        {t('brief.hour', { chart: t(`charts.${measure}`) })}
        {link}
      </dt>
      <dd className="mt-0.5 flex grow flex-col gap-1.5">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="tabular text-base font-semibold sm:text-lg">
            {whole
              ? t('brief.memory', { used: words(last), size: bytes(capacity, locale) })
              : words(last)}
          </span>
          <span className="text-muted tabular text-sm">
            {showsPresent(metrics, true, now) ? (
              t('brief.course', { average: words(average), peak: words(peak) })
            ) : (
              <LatestTime {...{ metrics, now }} />
            )}
          </span>
        </span>
        <span className="mt-auto block">
          <Sparkline
            values={buckets.map(({ values }) => values[measure])}
            top={measure === 'cpu' ? 100 : (capacity ?? peak ?? 0)}
          />
        </span>
      </dd>
    </div>
  );
}

/** Says when the last reading was made, if that is some time ago. */
const LatestTime = ({ metrics, now }: { metrics: Metrics; now: number }) => useLatest(metrics, now);
