/** Reads integers as people write them in their language; ambiguous texts are refused. */
import { refuse, type Reading } from '@/lib/contract/reading/fault';
import type { Locale } from '@/lib/intl/locales';

const marks = { en: { group: ',', point: '.' }, id: { group: '.', point: ',' } } as const;

/**
 * Reads an integer. `1.000` is a thousand in Indonesian and refused in English, where it would be one; `1,000` is the
 * reverse. Groups may be separated by spaces and apostrophes in both. Codes: required, not_a_number, number_grouped,
 * number_whole.
 */
export function readWhole(text: string, locale: Locale): Reading<number> {
  const { group, point } = marks[locale];
  const typed = text.trim().normalize('NFKC');
  if (typed === '') return refuse('required');
  if (/^[+-]?\d{1,15}$/.test(typed)) return { value: Number(typed) };
  const grouped = new RegExp(`^[+-]?\\d{1,3}(([${group} '’])\\d{3})(\\2\\d{3}){0,3}$`);
  if (grouped.test(typed)) return { value: Number(typed.replace(/[^\d-]/g, '')) };
  // It is a thousand in the other language, or one with three decimals in this one.
  if (new RegExp(`^[+-]?\\d{1,3}(\\${point}\\d{3})+$`).test(typed))
    return refuse('number_grouped', { example: `1${group}000`, plain: typed.replace(/\D/g, '') });
  return refuse(/^[+-]?[\d.,' ]*\d[\d.,' ]*$/.test(typed) ? 'number_whole' : 'not_a_number');
}
