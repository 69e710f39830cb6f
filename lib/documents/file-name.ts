/** Names of downloaded files. Browser-safe. */

/**
 * A part of a file's name: letters, digits, `.`, `_` and `-` alone, so that it needs no escaping in a header and no file
 * system refuses it. At most 80 characters.
 */
function safePart(base: string, otherwise: string): string {
  const plain = base.normalize('NFKD').replace(/\p{M}/gu, '');
  const safe = plain
    .replace(/[^\w.-]+/g, '-')
    .replace(/([-.])[-.]+/g, '$1')
    .slice(0, 80)
    .replace(/^[-.]+|[-.]+$/g, '');
  return safe || otherwise;
}

/**
 * A safe name for a file: `INV/2024/08/0001` becomes `INV-2024-08-0001.pdf`.
 * @param base of any characters @param otherwise stands for a name of which nothing is left
 */
export function fileName(base: string, extension: string, otherwise = 'document'): string {
  return `${safePart(base, otherwise)}.${extension}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A day of the device's calendar: `2026-11-21`. */
const dayOf = (at: Date): string =>
  [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');

/**
 * A safe name with today's day: `invoices-2026-11-21.xlsx`.
 * @param base of any characters @param extension without a dot
 */
export function datedFileName(base: string, extension: string, now = new Date()): string {
  return `${safePart(base, 'list')}-${dayOf(now)}.${extension}`;
}

/** A safe name with the day and the time: `web-1-2026-11-21-090503.png`. */
export function timedFileName(base: string, extension: string, now = new Date()): string {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('');
  return `${safePart(base, 'file')}-${dayOf(now)}-${time}.${extension}`;
}
