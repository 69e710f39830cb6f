/**
 * Describes schedules in words. Day names are our own, not Intl's, as in `lib/format`, because server and browser
 * must give the same text.
 */
import { exact } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { dayInJakarta, type Schedule } from './schedule';

const days: Record<Locale, readonly string[]> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
};

/** A day of the week, 0 and 7 are Sunday: `Monday`, `Senin`. */
export const dayName = (day: number, locale: Locale): string => days[locale][day % 7] ?? '';

/** An hour in Jakarta: `03:00 WIB`, `03.00 WIB`. */
export function hourWords(hour: number, locale: Locale): string {
  return `${String(hour).padStart(2, '0')}${locale === 'id' ? '.' : ':'}00 WIB`;
}

/** `every Sunday at 03:00 WIB`, `setiap Minggu pukul 03.00 WIB`. */
function timeWords({ day, hour }: Pick<Schedule, 'day' | 'hour'>, locale: Locale): string {
  const at = hourWords(hour, locale);
  if (locale === 'id') return `setiap ${day === null ? 'hari' : dayName(day, 'id')} pukul ${at}`;
  return `every ${day === null ? 'day' : dayName(day, 'en')} at ${at}`;
}

/** `every Sunday at 03:00 WIB, keep 4`; `setiap Minggu pukul 03.00 WIB, simpan 4`. */
export function scheduleWords(schedule: Schedule, locale: Locale): string {
  const { keep } = schedule;
  const when = timeWords(schedule, locale);
  return keep === null ? when : `${when}, ${locale === 'id' ? 'simpan' : 'keep'} ${keep}`;
}

/** The same text with a capital letter at its beginning. */
export function scheduleTitle(schedule: Schedule, locale: Locale): string {
  const words = scheduleWords(schedule, locale);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An instant in Jakarta with its day of the week: `Sunday, 22 Nov 2026, 03:00 WIB`. @param instant milliseconds */
export function runWords(instant: number, locale: Locale): string {
  const day = dayName(dayInJakarta(instant), locale);
  return `${day}, ${exact(new Date(instant).toISOString(), locale)}`;
}
