/** The values of files that hold rows, CSV and XLSX. */

/** A value. A day is `2026-06-01`, an instant is ISO 8601. */
export type Value = string | number | null;

/**
 * What the values of a column are. `text` is a text whatever it looks like, such as an invoice number; `day` is a day of
 * the calendar; `instant` is a point in time; `money` is rupiah.
 */
export type Kind = 'text' | 'number' | 'money' | 'day' | 'instant';

/** A day of the calendar, `2026-06-01`. */
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The start of a day, in milliseconds since 1970 as if its zone were UTC; null if the text isn't a day that exists. */
export function dayTime(text: string): number | null {
  const [, year, month, date] = day.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const exists = year !== undefined && new Date(time).toISOString().slice(0, 10) === text;
  return exists ? time : null;
}

/**
 * The name of a file with today's day: `invoices-2026-11-21.xlsx`.
 * @param base characters that a file's name can't have become hyphens
 * @param extension without a dot
 */
export function fileName(base: string, extension: string): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const today = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${base.replace(/[^\w.-]+/g, '-')}-${today}.${extension}`;
}
