/** How long a share link lasts. S3 allows up to seven days. */
import type { Locale } from '@/lib/intl/locales';

export const shortestShare = 300;
export const longestShare = 604_800;

/** Seconds. */
export const shareSpans = [300, 3600, 86_400, 3 * 86_400, longestShare] as const;

/** The units of a length of one's own, in seconds. */
export const shareUnits = { minutes: 60, hours: 3600, days: 86_400 } as const;
export type ShareUnit = keyof typeof shareUnits;

/** The seconds of a length; null where it is no whole number, or too short or too long. */
export function ownSpan(count: number | undefined, unit: ShareUnit): number | null {
  if (count === undefined || !Number.isInteger(count)) return null;
  const seconds = count * shareUnits[unit];
  return seconds >= shortestShare && seconds <= longestShare ? seconds : null;
}

/** A length in words, in the largest unit that it is a whole number of: `3 days`, `90 minutes`. */
export function spanWords(seconds: number, locale: Locale): string {
  const unit = (['days', 'hours'] as const).find((each) => seconds % shareUnits[each] === 0);
  const words = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit === 'days' ? 'day' : unit === 'hours' ? 'hour' : 'minute',
    unitDisplay: 'long',
  });
  return words.format(seconds / shareUnits[unit ?? 'minutes']);
}
