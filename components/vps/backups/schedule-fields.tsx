'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { NumberField } from '@/components/ui/number-field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { dayName, hourWords } from '@/lib/schedules/words';
import { maxKept, type ScheduleValues } from './schedule-values';

type Form = ProblemForm<ScheduleValues>;
/** Days of the week (0 is Sunday), from Monday, because a work week in Indonesia begins on Monday. */
const week = [1, 2, 3, 4, 5, 6, 0] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Asks whether a backup is made every day or once a week. */
export function KindField({ form }: { form: Form }) {
  const t = useTranslations('backups');
  const { error: _, ...kind } = form.field('kind');
  return (
    <RadioCards
      legend={t('form.kind')}
      {...kind}
      cards={[
        { value: 'daily', title: t('kinds.daily'), description: t('form.dailyText') },
        { value: 'weekly', title: t('kinds.weekly'), description: t('form.weeklyText') },
      ]}
    />
  );
}

/** Asks for the day, the hour and how many backups are kept. */
export function TimeFields({ form }: { form: Form }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const weekly = form.form.watch('kind') === 'weekly';
  return (
    <div className="grid items-start gap-3 sm:grid-cols-3">
      {weekly ? (
        <Select label={t('form.day')} {...form.field('day', { required: true })}>
          {week.map((day) => (
            <option key={day} value={day}>
              {dayName(day, locale)}
            </option>
          ))}
        </Select>
      ) : null}
      <Select
        label={t('form.hour')}
        hint={t('form.hourHint')}
        {...form.field('hour', { required: true })}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {hourWords(hour, locale)}
          </option>
        ))}
      </Select>
      <NumberField
        label={t('form.keep')}
        hint={t('form.keepHint')}
        min={1}
        max={maxKept}
        {...form.field('keep', { required: true, asNumber: true, min: 1, max: maxKept })}
      />
    </div>
  );
}
