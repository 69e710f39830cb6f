'use client';
import { useSyncExternalStore } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { serverNow } from '@/lib/clock';
import { duration } from '@/lib/format';

/** One clock of seconds for the page, by the server's time. It runs while a countdown is shown. */
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = serverNow();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
const current = () => (timer === undefined ? (now = Math.floor(serverNow() / 1_000) * 1_000) : now);

/** Counts down to an end. The server's HTML holds no count, since it would be old when it is read. */
export function TimeLeft({ until }: { until: string }) {
  const t = useTranslations('top-up.payment');
  const locale = useLocale();
  const time = useSyncExternalStore(subscribe, current, () => null);
  if (time === null) return null;
  const left = Math.floor((Date.parse(until) - time) / 1_000);
  if (Number.isNaN(left)) return null;
  return (
    <span role="timer" className={left < 300 ? 'text-warn tabular' : 'tabular'}>
      {left <= 0 ? t('over') : duration(left, locale)}
    </span>
  );
}
