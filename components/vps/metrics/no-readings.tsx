'use client';
import { ChartLine } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { Detail } from '@/components/vps/instances/use-instance';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { statusGroup } from '@/lib/contract/states';
import { duration } from '@/lib/format';
import { periods, usualStep, type Period } from './period';
import { showPeriod } from './period-picker';

interface NoReadingsProps {
  machine: Detail | undefined;
  period: Period;
  now: number;
}

/** A period without a reading: a new machine, one in error, or one that nothing measured. `now` in milliseconds. */
export function NoReadings({ machine, period, now }: NoReadingsProps) {
  const t = useTranslations('metrics');
  const locale = useLocale();
  const step = usualStep[period];
  const made = Date.parse(machine?.created_at ?? '');
  const isNew = now - made < 2 * step;
  const inError = statusGroup(machine?.status) === 'error';
  const other = isNew ? 'hour' : periods[periods.indexOf(period) + 1];
  return (
    <EmptyState
      icon={<ChartLine aria-hidden />}
      title={isNew ? t('none.newTitle') : t('none.title')}
      actions={
        other && other !== period ? (
          <Button onClick={() => showPeriod(other)}>{t(`none.show.${other}`)}</Button>
        ) : undefined
      }
    >
      {inError
        ? t('none.errorText')
        : isNew
          ? t('none.newText', { span: duration(step / 1000, locale) })
          : t('none.text')}
    </EmptyState>
  );
}
