'use client';
import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';
import { serverNow } from '@/lib/clock';
import { exact, jakartaOffset, relative, type InstantStyle } from '@/lib/format';

/** One clock for all relative times of a page; ticks every 30 s while anyone looks. */
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

/**
 * An instant: the server writes it in Jakarta's time, the browser then in the viewer's zone, or as
 * “3 min ago” with the exact one on hover. Never an Intl date, so that hydration agrees.
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
  const time = useSyncExternalStore(subscribe, current, onServer);
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
