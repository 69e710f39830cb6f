/** The texts of dashboards. Server only. */
import type { Locale } from '@/lib/intl/locales';
import { locale, translator } from '@/lib/next/intl';
import { spanOf, type Runway } from '@/lib/pricing';

export type Words = Awaited<ReturnType<typeof translator<'dashboards'>>>;

export interface Language {
  t: Words;
  language: Locale;
}

export async function dashboardWords(): Promise<Language> {
  const [t, language] = await Promise.all([translator('dashboards'), locale()]);
  return { t, language };
}

/** “about 12 days”, “at most 3 hours”, “Nothing costs anything now”. */
export function runwayWords(of: Runway, t: Words): string {
  if (of.kind === 'unknown') return t(`lasts.unknown.${of.what}`);
  if (of.kind !== 'lasts') return t(`lasts.${of.kind}`);
  const { unit, count } = spanOf(of.hours);
  const span =
    unit === 'hours' && count === 0 ? t('lasts.lessThanAnHour') : t(`lasts.${unit}`, { count });
  return of.most ? t('lasts.atMost', { span }) : t('lasts.about', { span });
}
