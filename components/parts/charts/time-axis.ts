/** Ticks and labels of a time axis, in the viewer's time zone. Browser only: the server draws no charts. */
import { exact, monthOf, zoneName } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The viewer's offset from UTC in minutes. */
const offsetAt = (at: number) => -new Date(at).getTimezoneOffset();

/** The name of the viewer's time zone at an instant: `WIB`, `UTC+2`. */
export const zoneAt = (at: number) => zoneName(offsetAt(at));

/** Possible steps between ticks, for spans of up to two months. */
const strides = [
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * minute),
  ...[1, 2, 3, 4, 6, 12].map((count) => count * hour),
  ...[1, 2, 3, 5, 7, 14].map((count) => count * day),
];
const mostTicks = 7;

/** The first days of months between two instants (of a clock that shows UTC), every `months` counted from January. */
function monthStarts(from: number, to: number, months: number): number[] {
  const begin = new Date(from);
  const found: number[] = [];
  for (let month = 0; ; month += 1) {
    const at = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month);
    if (at > to) return found;
    if (at >= from && new Date(at).getUTCMonth() % months === 0) found.push(at);
  }
}

/**
 * The ticks of a time axis: at most seven round times of the viewer's clock. Milliseconds, like `from` and `to`;
 * `offset` is in minutes.
 */
export function timeTicks(from: number, to: number, offset = offsetAt(from)): number[] {
  const shift = offset * minute;
  const span = to - from;
  if (span > 62 * day) {
    const every = [1, 2, 3, 6, 12].find((months) => span / (30.4 * day * months) <= mostTicks - 1);
    return monthStarts(from + shift, to + shift, every ?? 12).map((at) => at - shift);
  }
  const stride = strides.find((each) => span / each <= mostTicks - 1) ?? 14 * day;
  const found: number[] = [];
  for (let at = Math.ceil((from + shift) / stride) * stride; at <= to + shift; at += stride)
    found.push(at - shift);
  return found;
}

/**
 * The label of a tick: the time within two days (midnight is its date), the day within two months, else the month.
 * `span` is in milliseconds.
 */
export function timeTick(at: number, span: number, locale: Locale, offset = offsetAt(at)): string {
  const iso = new Date(at).toISOString();
  const clock = new Date(at + offset * 60_000).toISOString().slice(11, 16);
  if (span <= 48 * hour && (clock !== '00:00' || span <= 2 * hour)) return clock;
  const date = exact(iso, locale, offset, 'date');
  if (span <= 62 * day) return date.split(' ').slice(0, 2).join(' ');
  return monthOf(new Date(at + offset * 60_000).toISOString().slice(0, 7), locale);
}

/** The full date and time, for tooltip and table. */
export function timeLabel(at: number, locale: Locale, offset = offsetAt(at)): string {
  return exact(new Date(at).toISOString(), locale, offset);
}

/** The label of a point: its time or its category. */
export function xWords(x: number | string, locale: Locale): string {
  return typeof x === 'number' ? timeLabel(x, locale) : x;
}
