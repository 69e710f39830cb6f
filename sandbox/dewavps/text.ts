/** Dates in DewaVPS's forms: Jakarta's time without a zone, in several forms (QD16). */
import { hour } from '../ledger';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const two = (value: number) => String(value).padStart(2, '0');

function jakarta(at: number) {
  const time = new Date(at + 7 * hour);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth(),
    day: time.getUTCDate(),
    clock: `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`,
  };
}

/** `25 January 2024, 14:43` */
export function dateText(at: number): string {
  const { year, month, day, clock } = jakarta(at);
  return `${day} ${months[month]} ${year}, ${clock}`;
}

/** `25 January 2024 14:43` */
export const dateTextPlain = (at: number) => dateText(at).replace(',', '');

/** `26/08/2024` */
export function dayText(at: number): string {
  const { year, month, day } = jakarta(at);
  return `${two(day)}/${two(month + 1)}/${year}`;
}

/** `2024-04-01` */
export function isoDay(at: number): string {
  const { year, month, day } = jakarta(at);
  return `${year}-${two(month + 1)}-${two(day)}`;
}

/** `March 2024` */
export function monthText(at: number): string {
  const { year, month } = jakarta(at);
  return `${months[month]} ${year}`;
}

/** The first instant of a day of Jakarta, given as `2024-04-01`. */
export const dayStart = (day: string) => Date.parse(`${day}T00:00:00+07:00`);

/** Whole rupiah as the credit history writes them: `Rp10.000,00`, and `-Rp10.000,00` below zero (QD15). */
export function rupiahText(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}Rp${digits},00`;
}

/** `2023-01-27T02:42:31.000000Z` */
export const microText = (at: number) => new Date(at).toISOString().replace('Z', '000Z');

/** `2023-10-25 16:38` */
export function stampText(at: number): string {
  const { year, month, day, clock } = jakarta(at);
  return `${year}-${two(month + 1)}-${two(day)} ${clock}`;
}
