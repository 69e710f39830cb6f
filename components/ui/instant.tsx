'use client';
import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';
import { serverNow } from '@/lib/clock';
import { exact, jakartaOffset, relative, type InstantStyle } from '@/lib/format';

/** One clock for all relative times of a page. It ticks every 30 s while a relative time is shown. */
const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = serverNow();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const current = () => (timer === undefined ? (now = Math.floor(serverNow() / 1000) * 1000) : now);
const onServer = () => null;

/** The server's clock in milliseconds since 1970, to half a minute; null until React has hydrated the page. */
export const useNow = (): number | null => useSyncExternalStore(subscribe, current, onServer);

/**
 * Shows an instant. The server writes it in Jakarta's time; the browser then writes it in the viewer's time zone, or
 * as “3 min ago” with the exact time on hover. It doesn't use `Intl` dates, which could differ at hydration.
 */
export function Instant({
  iso,
  as = 'relative',
  style = 'minute',
}: {
  iso: string | null | undefined;
  as?: 'relative' | 'exact';
  style?: InstantStyle;
}) {
  const locale = useLocale();
  const time = useNow();
  if (!iso || Number.isNaN(Date.parse(iso))) return <span>–</span>;
  if (time === null) {
    return (
      <time dateTime={iso} className="tabular sm:whitespace-nowrap">
        {exact(iso, locale, jakartaOffset, style)}
      </time>
    );
  }
  const offset = -new Date(iso).getTimezoneOffset();
  return (
    <time
      dateTime={iso}
      title={exact(iso, locale, offset, 'second')}
      className="tabular sm:whitespace-nowrap"
    >
      {as === 'relative' ? relative(iso, time, locale) : exact(iso, locale, offset, style)}
    </time>
  );
}
