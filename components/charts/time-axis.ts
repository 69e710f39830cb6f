/** Instants at a chart's axis, in the viewer's own zone. Browser only: the server draws no charts. */
import { exact, monthOf } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

const hour = 3_600_000;
const offsetAt = (at: number) => -new Date(at).getTimezoneOffset();

/** A tick: the clock within two days, the day within two months, else the month. `span` in milliseconds. */
export function timeTick(at: number, span: number, locale: Locale, offset = offsetAt(at)): string {
  const iso = new Date(at).toISOString();
  if (span <= 48 * hour) return new Date(at + offset * 60_000).toISOString().slice(11, 16);
  const day = exact(iso, locale, offset, 'date');
  if (span <= 62 * 24 * hour) return day.split(' ').slice(0, 2).join(' ');
  return monthOf(new Date(at + offset * 60_000).toISOString().slice(0, 7), locale);
}

/** An instant in full, for tooltip and table. */
export function timeLabel(at: number, locale: Locale, offset = offsetAt(at)): string {
  return exact(new Date(at).toISOString(), locale, offset);
}

/** A place on the axis in words: an instant, or the category itself. */
export function xWords(x: number | string, locale: Locale): string {
  return typeof x === 'number' ? timeLabel(x, locale) : x;
}
