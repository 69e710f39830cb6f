/** The texts of dashboards. Server only. */
import type { Locale } from '@/lib/intl/locales';
import { locale, translator } from '@/lib/next/intl';
import { spanWords } from '@/components/parts/forms/span-words';
import type { Runway } from '@/lib/pricing';

export type Words = Awaited<ReturnType<typeof translator<'dashboards'>>>;

/** The translated texts of a dashboard, and the language they are in. */
export interface Language {
  t: Words;
  ui: Awaited<ReturnType<typeof translator<'ui'>>>;
  language: Locale;
}

/** Reads the texts and the language of this request. */
export async function dashboardWords(): Promise<Language> {
  const [t, ui, language] = await Promise.all([
    translator('dashboards'),
    translator('ui'),
    locale(),
  ]);
  return { t, ui, language };
}

/** Says how long a balance lasts: “about 12 days”, “at most 3 hours”, “Nothing costs anything now”. */
export function runwayWords(of: Runway, { t, ui }: Language): string {
  if (of.kind === 'unknown') return t(`balanceLasts.unknown.${of.what}`);
  if (of.kind !== 'lasts') return t(`balanceLasts.${of.kind}`);
  const span = spanWords(ui, of.hours);
  return of.most ? t('balanceLasts.atMost', { span }) : t('balanceLasts.about', { span });
}
