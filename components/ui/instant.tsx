'use client';
import { useSyncExternalStore } from 'react';
import { useLocale } from 'use-intl';
import { exact, jakartaOffset, relative, type InstantStyle } from '@/lib/format';
import { makePageClock } from './page-clock';

/** One clock for all relative times of a page. It ticks every 30 s while a relative time is shown. */
const clock = makePageClock(30_000);
const onServer = () => null;

/** The server's clock in milliseconds since 1970, to half a minute; null until React has hydrated the page. */
export const useNow = (): number | null =>
  useSyncExternalStore(clock.subscribe, clock.current, onServer);

/**
 * Shows an instant. The server writes it in Jakarta's time; the browser then writes it in the viewer's time zone, or
 * as “3 min ago” with the exact time on hover and on paper. It doesn't use `Intl` dates, which could differ at hydration.
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
  const written = exact(iso, locale, offset, style);
  const isRelative = as === 'relative';
  return (
    <time
      dateTime={iso}
      title={exact(iso, locale, offset, 'second')}
      // A paper is read later, when “3 min ago” tells nothing: app/print.css writes this in its place.
      data-paper={isRelative ? written : undefined}
      className="tabular sm:whitespace-nowrap"
    >
      {isRelative ? <span>{relative(iso, time, locale)}</span> : written}
    </time>
  );
}
