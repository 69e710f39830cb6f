'use client';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { timeTick } from '@/components/parts/charts/time-axis';
import { lastReading, type Metrics } from './metrics';

const never = () => () => {};
const day = 86_400_000;

/** “Latest, 18:04”: of when the last reading is, in the viewer's zone; a day where it is older than one. */
export function useLatest({ buckets }: Metrics, now: number): string {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const at = lastReading(buckets)?.at;
  const time = useSyncExternalStore(
    never,
    () => (at === undefined ? null : timeTick(at, now - at < day ? day : 7 * day, locale)),
    () => null,
  );
  return time === null ? t('latest') : t('latestAt', { time });
}
