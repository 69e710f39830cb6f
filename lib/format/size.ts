/** Formats sizes. As in the backends, GB and MB are powers of 1024 with the short unit. */
import type { Locale } from '@/lib/intl/locales';

/** A plain number in the form of the language, with at most `digits` decimals: `1,234.5` or `1.234,5`. */
export function number(value: number | null | undefined, locale: Locale, digits = 1): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const [thousands, point] = locale === 'id' ? ['.', ','] : [',', '.'];
  const decimals = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const text = `${grouped}${decimals === '' ? '' : point + decimals}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
}

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A whole count of any size in the form of the language: `1,234` or `1.234`. */
export const count = (value: bigint, locale: Locale): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, locale === 'id' ? '.' : ',');

function scaled(value: number | null | undefined, start: number, locale: Locale): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  let [size, unit] = [value, start];
  // The rounded size decides the unit: 1,024 KB are 1 MB.
  while (Math.round(Math.abs(size) * 10) / 10 >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${number(size, locale)} ${units[unit] ?? 'PB'}`;
}

/** `512 MB`, `2 GB`, `1.5 TB`. */
export const bytes = (value: number | null | undefined, locale: Locale) => scaled(value, 0, locale);
export const megabytes = (value: number | null | undefined, locale: Locale) =>
  scaled(value, 2, locale);
export const gigabytes = (value: number | null | undefined, locale: Locale) =>
  scaled(value, 3, locale);
