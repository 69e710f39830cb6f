'use client';
import { useLocale, useTranslations } from 'use-intl';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { pricePerMonth } from '@/lib/format';
import { monthHours } from '@/lib/pricing';
import { scheduleTitle } from '@/lib/schedules/words';
import { useBackupPrice } from './copy-price';
import { NextRun } from './next-run';
import { useBackupsHere } from './backups-context';
import { meant, type ScheduleValues } from './schedule-values';

/** What a form's schedule means: in words, when it comes round next, what its backups will cost. */
export function Meaning({ values }: { values: ScheduleValues }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const perMonth = useBackupPrice(useBackupsHere().machine);
  const schedule = meant(values);
  if (!schedule) return null;
  const { keep } = schedule;
  return (
    <div role="status" className="bg-sunken rounded-md px-3 py-2">
      <p className="font-semibold">{scheduleTitle(schedule, locale)}</p>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t('schedules.next')}</dt>
        <dd>
          <NextRun schedule={schedule} />
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
      {perMonth === null || keep === null ? null : (
        <BalanceAfter added={(perMonth * keep) / monthHours} />
      )}
    </div>
  );
}
