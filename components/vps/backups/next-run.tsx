'use client';
import { useLocale, useTranslations } from 'use-intl';
import { exact, jakartaOffset, relative } from '@/lib/format';
import { nextRun, type Schedule } from '@/lib/schedules/schedule';
import { runWords } from '@/lib/schedules/words';
import { useBackupsHere } from './backups-context';
import { useMinute, useViewerOffset } from './use-minute';

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
