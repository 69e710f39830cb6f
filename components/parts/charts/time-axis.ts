/** Ticks and labels of a time axis, in the viewer's time zone. Browser only: the server draws no charts. */
import { exact, monthOf, zoneName } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The viewer's offset from UTC in minutes. */
const offsetAt = (at: number) => -new Date(at).getTimezoneOffset();

/** The name of the viewer's time zone at an instant: `WIB`, `UTC+2`. */
const zoneAt = (at: number) => zoneName(offsetAt(at));

/** The names of the viewer's time zone between two instants: two if the clock changes in between, `UTC+1 / UTC+2`. */
export function zonesOver(from: number, to: number): string {
  const [first, last] = [zoneAt(from), zoneAt(to)];
  return first === last ? first : `${first} / ${last}`;
}

const mostTicks = 7;

/** The possible steps between ticks. A tick is where the number of the unit is a multiple of `every`. */
const steps = [
  ...[1, 2, 5, 10, 15, 20, 30].map((every) => ({ unit: 'minute', every, span: every * minute })),
  ...[1, 2, 3, 4, 6, 12].map((every) => ({ unit: 'hour', every, span: every * hour })),
  ...[1, 2, 3, 5, 7, 14].map((every) => ({ unit: 'day', every, span: every * day })),
  ...[1, 2, 3, 6, 12].map((every) => ({ unit: 'month', every, span: every * 30.4 * day })),
] as const;
type Step = (typeof steps)[number];

const down = (number: number, every: number) => Math.floor(number / every) * every;
/** Days since 1 January 1970 by the calendar, independent of changes to summer time. */
const dayNumber = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / day;
/** Days to add so that weeks begin on a Monday, since 1970 began on a Thursday. */
const monday = 3;

/** The instant of tick number `index` on the viewer's clock. Tick 0 is at or before `from`. */
function tickAt(from: Date, { unit, every }: Step, index: number): number {
  const [year, month, date, hours] = [
    from.getFullYear(),
    from.getMonth(),
    from.getDate(),
    from.getHours(),
  ];
  const more = index * every;
  switch (unit) {
    case 'month':
      return new Date(year, down(month, every) + more).getTime();
    case 'day': {
      const shift = every % 7 === 0 ? monday : 0;
      const today = dayNumber(from) + shift;
      return new Date(year, month, date - (today - down(today, every)) + more).getTime();
    }
    case 'hour':
      return new Date(year, month, date, down(hours, every) + more).getTime();
    default:
      return new Date(year, month, date, hours).getTime() + more * minute;
  }
}

/**
 * The ticks of a time axis, in milliseconds since 1970: at most seven round times of the viewer's clock and calendar,
 * also across a change to summer time.
 */
export function timeTicks(from: number, to: number): number[] {
  const span = to - from;
  const fits = ({ span: each }: Step) => span / each <= mostTicks - 1;
  const step =
    (span > 62 * day ? steps.find((each) => each.unit === 'month' && fits(each)) : undefined) ??
    (span > 62 * day ? steps.at(-1) : steps.find(fits));
  if (!step) return [];
  const begin = new Date(from);
  const found: number[] = [];
  // The first ticks may be before `from`: the start of an hour up to sixty minutes.
  for (let index = 0; index < 4 * mostTicks + 60; index += 1) {
    const at = tickAt(begin, step, index);
    if (at > to) break;
    if (at >= from && at > (found.at(-1) ?? -Infinity)) found.push(at);
  }
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
