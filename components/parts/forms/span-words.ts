/** Writes a length of time: “3 hours”, “41 days”, “2 years”. */
import type { useTranslations } from 'use-intl';
import { spanOf } from '@/lib/pricing';

/** @param t of the messages `ui` @param hours how long */
export function spanWords(t: ReturnType<typeof useTranslations<'ui'>>, hours: number): string {
  const { unit, count } = spanOf(hours);
  return unit === 'hours' && count === 0 ? t('span.lessThanAnHour') : t(`span.${unit}`, { count });
}
