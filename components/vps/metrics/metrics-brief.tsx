'use client';
import { useLocale, useTranslations } from 'use-intl';
import { useInstance } from '@/components/vps/instances/use-instance';
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

/**
 * The present CPU and memory of an instance, with a link to all metrics. It reads only while it is visible and the
 * instance runs.
 */
export function MetricsBrief({ instance }: { instance: string }) {
  const account = useAccount();
  const t = useTranslations('metrics');
  const [box, seen] = useInView();
  const { data: machine } = useInstance(instance);
  const runs = canonicalStatus(machine?.status) === 'running';
  return (
    <section
      ref={box}
      aria-label={t('brief.title')}
      className="border-line bg-surface flex flex-wrap items-center gap-x-6 gap-y-1 rounded-md border px-4 py-2.5"
    >
      {runs ? (
        <PresentReadings instance={instance} seen={seen} />
      ) : (
        <p className="text-muted">{t('brief.notRunning')}</p>
      )}
      <TextLink href={paths.instancePart(account, instance, 'metrics')} className="sm:ml-auto">
        {t('brief.link')}
      </TextLink>
    </section>
  );
}

function PresentReadings({ instance, seen }: { instance: string; seen: boolean }) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const { data, error, dataUpdatedAt } = useBackendQuery('D05', metricsInput(instance, 'hour'), {
    poll: 'slow',
    enabled: seen,
  });
  if (!data && error) return <p className="text-muted">{t('brief.failed')}</p>;
  const now = serverTime(dataUpdatedAt);
  const metrics = data ? metricsOf(data, 'hour', now) : null;
  if (metrics?.buckets.length === 0) return <p className="text-muted">{t('brief.none')}</p>;
  const last = (measure: 'cpu' | 'memory') =>
    metrics ? figuresOf(metrics.buckets, measure).last : null;
  const [cpu, memory] = [last('cpu'), last('memory')];
  const size = metrics?.capacity ?? null;
  const used = bytes(memory, locale);
  const pairs = {
    cpu: cpu === null ? '–' : `${number(cpu, locale)}%`,
    memory:
      memory === null || size === null
        ? used
        : t('brief.memory', { used, size: bytes(size, locale) }),
  };
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {(['cpu', 'memory'] as const).map((each) => (
        <div key={each} className="flex gap-2">
          <dt className="text-muted">{t(`charts.${each}`)}</dt>
          <dd className="tabular">{pairs[each]}</dd>
        </div>
      ))}
      {metrics && !showsPresent(metrics, true, now) ? <LatestTime {...{ metrics, now }} /> : null}
    </dl>
  );
}

/** Says when the last reading was made, if that is some time ago. */
function LatestTime({ metrics, now }: { metrics: Metrics; now: number }) {
  return (
    <div className="text-faint">
      <dt className="sr-only">{useTranslations('metrics')('latest')}</dt>
      <dd>{useLatest(metrics, now)}</dd>
    </div>
  );
}
