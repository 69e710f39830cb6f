'use client';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { makePageClock } from '@/components/ui/page-clock';
import { duration } from '@/lib/format';

/** One clock of seconds for the page. It runs while a countdown is shown. */
const clock = makePageClock(1_000);

/** Counts down to an end. The server's HTML holds no count, since it would be old when it is read. */
export function TimeLeft({ until }: { until: string }) {
  const t = useTranslations('top-up.payment');
  const locale = useLocale();
  const time = useSyncExternalStore(clock.subscribe, clock.current, () => null);
  if (time === null) return null;
  const left = Math.floor((Date.parse(until) - time) / 1_000);
  if (Number.isNaN(left)) return null;
  return (
    <span role="timer" className={left < 300 ? 'text-warn tabular' : 'tabular'}>
      {left <= 0 ? t('over') : duration(left, locale)}
    </span>
  );
}
