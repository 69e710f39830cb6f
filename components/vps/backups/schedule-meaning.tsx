'use client';
import { useLocale, useTranslations } from 'use-intl';
import { pricePerMonth } from '@/lib/format';
import { scheduleTitle } from '@/lib/schedules/words';
import { useBackupPrice } from './copy-price';
import { NextRun } from './next-run';
import type { BackupsContext } from './backups-context';
import { scheduleOf, type ScheduleValues } from './schedule-values';

/** What a form's schedule means: in words, when it comes round next, what its backups will cost. */
export function Meaning({
  context,
  values,
  now,
}: {
  context: BackupsContext;
  values: ScheduleValues;
  /** Of the server, milliseconds since 1970. */
  now: number;
}) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const { perMonth } = useBackupPrice(context).price;
  const schedule = scheduleOf(values);
  if (!schedule) return null;
  const { keep } = schedule;
  return (
    <div role="status" className="bg-sunken rounded-md px-3 py-2">
      <p className="font-semibold">{scheduleTitle(schedule, locale)}</p>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t('schedules.next')}</dt>
        <dd>
          <NextRun schedule={schedule} now={now} />
        </dd>
        <dt className="text-muted">{t('form.cost')}</dt>
        <dd>
          {perMonth === null || keep === null
            ? t('form.costUnknown')
            : t('form.costText', {
                count: keep,
                all: pricePerMonth(perMonth * keep, locale),
                one: pricePerMonth(perMonth, locale),
              })}
        </dd>
      </dl>
    </div>
  );
}
