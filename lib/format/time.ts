/**
 * Formats instants and durations. Month names and zone names are our own, not Intl's: the ICU data of Node and
 * browsers differ in spaces and abbreviations, which breaks hydration.
 */
import type { Locale } from '@/lib/intl/locales';

const months: Record<Locale, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
};

/** Minutes east of UTC in Jakarta, the providers' zone, which is shown until the viewer's is known. */
export const jakartaOffset = 420;

/** Indonesia's three zones by name, any other as `UTC+2` or `UTC+5:30`. `offset` in minutes east of UTC. */
export function zoneName(offset: number): string {
  if (offset === 420) return 'WIB';
  if (offset === 480) return 'WITA';
  if (offset === 540) return 'WIT';
  if (offset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const tail = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '-' : '+'}${hours}${tail}`;
}

export type InstantStyle = 'date' | 'minute' | 'second';

/**
 * Formats an instant in a zone: `21 Nov 2026`, `21 Nov 2026, 18:04 WIB`, `21 Nov 2026, 18:04:09 WIB`.
 * @param offset minutes east of UTC at that instant
 * @returns `–` for invalid text
 */
export function exact(
  iso: string | null | undefined,
  locale: Locale,
  offset = jakartaOffset,
  style: InstantStyle = 'minute',
): string {
  const time = iso ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) return '–';
  const shifted = new Date(time + offset * 60_000);
  const month = months[locale][shifted.getUTCMonth()] ?? '';
  const day = `${shifted.getUTCDate()} ${month} ${shifted.getUTCFullYear()}`;
  if (style === 'date') return day;
  const clock = shifted.toISOString().slice(11, style === 'second' ? 19 : 16);
  return `${day}, ${clock} ${zoneName(offset)}`;
}

/** A month, `2026-11`, in words: `Nov 2026`. Other text stays as it is. */
export function monthOf(text: string, locale: Locale): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(text) ?? [];
  const name = months[locale][Number(month) - 1];
  return year && name ? `${name} ${year}` : text;
}

const words = {
  en: {
    now: 'just now',
    ago: '{} ago',
    ahead: 'in {}',
    s: 's',
    min: 'min',
    h: 'h',
    d: 'd',
    mo: 'mo',
    y: 'y',
  },
  id: {
    now: 'baru saja',
    ago: '{} lalu',
    ahead: 'dalam {}',
    s: 'detik',
    min: 'menit',
    h: 'jam',
    d: 'hari',
    mo: 'bulan',
    y: 'tahun',
  },
} satisfies Record<Locale, Record<string, string>>;

/** The distance of an instant from `now` (milliseconds since 1970): `just now`, `3 min ago`, `in 2 h`, `5 mo ago`. */
export function relative(iso: string | null | undefined, now: number, locale: Locale): string {
  const time = iso ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time)) return '–';
  const seconds = Math.round((time - now) / 1000);
  const distance = Math.abs(seconds);
  const word = words[locale];
  if (distance < 45) return word.now;
  const units = [
    { size: 60, most: 60, unit: word.min },
    { size: 3600, most: 24, unit: word.h },
    { size: 86_400, most: 45, unit: word.d },
    { size: 86_400 * 30.44, most: 12, unit: word.mo },
    { size: 86_400 * 365.25, most: Infinity, unit: word.y },
  ];
  // The rounded number decides the unit: sixty minutes are an hour.
  const counts = units.map((each) => ({
    ...each,
    count: Math.max(1, Math.round(distance / each.size)),
  }));
  const fit = counts.find(({ count, most }) => count < most);
  const span = `${fit?.count ?? 1} ${fit?.unit ?? word.y}`;
  return (seconds < 0 ? word.ago : word.ahead).replace('{}', span);
}

/** A duration in its two largest units: `45 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(seconds: number | null | undefined, locale: Locale): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  const word = words[locale];
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [size, unit] of [
    [86_400, word.d],
    [3600, word.h],
    [60, word.min],
    [1, word.s],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || (parts.length > 0 && parts.length < 2)) parts.push(`${count} ${unit}`);
    if (parts.length === 2) break;
    if (unit === word.d && count >= 14) break; // hours don't matter from two weeks on
  }
  const [first, second] = parts;
  if (first === undefined) return `0 ${word.s}`;
  return second === undefined || second.startsWith('0 ') ? first : `${first} ${second}`;
}
