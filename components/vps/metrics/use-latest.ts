'use client';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { timeTick } from '@/components/parts/charts/time-axis';
import { lastReading, type Metrics } from './metrics';

const subscribeToNothing = () => () => {};
const day = 86_400_000;

/** “Latest, 18:04”: the time of the last reading in the viewer's time zone; its date when it is older than a day. */
export function useLatest({ buckets }: Metrics, now: number): string {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const at = lastReading(buckets)?.at;
  const time = useSyncExternalStore(
    subscribeToNothing,
    () => (at === undefined ? null : timeTick(at, now - at < day ? day : 7 * day, locale)),
    () => null,
  );
  return time === null ? t('latest') : t('latestAt', { time });
}
