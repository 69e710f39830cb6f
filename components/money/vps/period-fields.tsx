'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { goTo, writeListState } from '@/components/parts/tables/use-list-state';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { monthOf } from '@/lib/format';
import { monthsLater, monthsToChoose } from '@/lib/money/months';
import { dayBefore, isReversed, periodOf, type Period } from './sources';

/** The first and the last day of a month, `2026-06`. */
const daysOf = (month: string): Period => ({
  start: `${month}-01`,
  end: dayBefore(`${monthsLater(month, 1)}-01`),
});

/** Puts a period into the URL, and goes to the first page. The back button undoes it. */
function goToPeriod({ start, end }: Period): void {
  const { search } = window.location;
  goTo(writeListState(search, { filters: { start: start ?? '', end: end ?? '' } }), true);
}

/** What is typed into a field while the URL has a period. */
interface Typed {
  name: 'start' | 'end';
  value: string;
  at: string;
}

const inOne = ({ start, end }: Period) => `${start ?? ''} ${end ?? ''}`;

/** The period of a list: a month, or any first and last day. It stands in the URL. @param now milliseconds since 1970 */
export function PeriodFields({ now }: { now: number }) {
  const t = useTranslations('vps-billing.period');
  const locale = useLocale();
  const period = periodOf(useSearchParams());
  const months = monthsToChoose(now);
  const month = period.start?.slice(0, 7) ?? '';
  const whole = daysOf(month || '2000-01');
  const chosen = whole.start === period.start && whole.end === period.end ? month : '';
  // A year that is being typed, such as 0002, is a date to the browser; it waits here until it is a year.
  const [typed, setTyped] = useState<Typed | null>(null);
  const field = (name: 'start' | 'end') => (
    <TextField
      type="date"
      label={t(name)}
      value={
        typed?.name === name && typed.at === inOne(period) ? typed.value : (period[name] ?? '')
      }
      error={name === 'end' && isReversed(period) ? t('reversed') : null}
      onChange={({ target: { value } }) => {
        const next =
          value === '' || value >= '2000' ? { ...period, [name]: value || null } : period;
        setTyped({ name, value, at: inOne(next) });
        if (next !== period) goToPeriod(next);
      }}
    />
  );
  return (
    <div role="group" aria-label={t('label')} className="mb-3 flex flex-wrap items-end gap-3">
      <Select
        label={t('month')}
        value={months.includes(chosen) ? chosen : ''}
        onChange={({ target: { value } }) =>
          goToPeriod(value === '' ? { start: null, end: null } : daysOf(value))
        }
      >
        <option value="">{t('anyMonth')}</option>
        {months.map((value) => (
          <option key={value} value={value}>
            {monthOf(value, locale)}
          </option>
        ))}
      </Select>
      {field('start')}
      {field('end')}
      {period.start !== null || period.end !== null ? (
        <Button onClick={() => goToPeriod({ start: null, end: null })}>{t('clear')}</Button>
      ) : null}
    </div>
  );
}
