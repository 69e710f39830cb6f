'use client';
import { useLocale, useTranslations } from 'use-intl';
import { serverNow } from '@/lib/clock';
import { exact, jakartaOffset, relative } from '@/lib/format';
import { nextRun, type Schedule } from '@/lib/schedules/schedule';
import { runWords } from '@/lib/schedules/words';
import { useBackupsHere } from './backups-context';
import { useSyncExternalStore } from 'react';

/** When a schedule comes round next, in Jakarta and, where that differs, by the viewer's clock. */
export function NextRun({ schedule }: { schedule: Schedule }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const now = useMinute(useBackupsHere().now);
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
        {relative(iso, now, locale)}
        {own ? ` · ${t('schedules.forYou', { time: own })}` : null}
      </p>
    </>
  );
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
const minute = 60_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, minute / 4);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const current = () => Math.floor(serverNow() / minute) * minute;

/**
 * The minute that it is, in milliseconds since 1970: on the server, and until the browser has taken over, the one
 * of the server.
 */
function useMinute(server: number): number {
  return useSyncExternalStore(subscribe, current, () => server);
}

const noZone = () => null;
const stay = () => () => {};

/** Minutes east of UTC where the viewer is at an instant; null until the browser has taken over. */
function useViewerOffset(instant: number): number | null {
  return useSyncExternalStore(stay, () => -new Date(instant).getTimezoneOffset(), noZone);
}
