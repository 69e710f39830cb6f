'use client';
import { useLocale, useTranslations } from 'use-intl';
import { makePageClock } from '@/components/ui/page-clock';
import { serverNow } from '@/lib/clock';
import { exact, jakartaOffset, relative } from '@/lib/format';
import { nextRun, type Schedule } from '@/lib/schedules/schedule';
import { runWords } from '@/lib/schedules/words';
import { useBackupsTab } from './backups-context';
import { useSyncExternalStore } from 'react';

/** Says when a schedule runs next, in Jakarta's time and also in the viewer's time zone if it differs. */
export function NextRun({ schedule }: { schedule: Schedule }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const now = useMinute(useBackupsTab().now);
  const run = nextRun(schedule, now);
  const offset = useViewerOffset(run);
  const iso = new Date(run).toISOString();
  const own = offset === null || offset === jakartaOffset ? null : exact(iso, locale, offset);
  return (
    <>
      <time dateTime={iso} className="tabular">
        {runWords(run, locale)}
      </time>
      <p className="text-faint text-xs">
        <span className="print:hidden">
          {relative(iso, now, locale)}
          {own ? ' · ' : null}
        </span>
        {own ? t('schedules.forYou', { time: own }) : null}
      </p>
    </>
  );
}

const minute = 60_000;
const clock = makePageClock(minute / 4);

const current = () => Math.floor(serverNow() / minute) * minute;

/**
 * The current minute, in milliseconds since 1970. Until React has hydrated the page it is the server's minute, so that
 * server and browser render the same text.
 */
function useMinute(server: number): number {
  return useSyncExternalStore(clock.subscribe, current, () => server);
}

const unknownOffset = () => null;
const subscribeToNothing = () => () => {};

/** The viewer's offset from UTC at an instant, in minutes to the east; null until React has hydrated the page. */
function useViewerOffset(instant: number): number | null {
  return useSyncExternalStore(
    subscribeToNothing,
    () => -new Date(instant).getTimezoneOffset(),
    unknownOffset,
  );
}
