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

/** No part of a rupiah, as people write it: `,00`, `.00`, `,-`. */
const noCents = /^(.*\d)[.,](?:00|-{1,2})$/;

/**
 * Reads an amount of whole rupiah. After “Rp” it is read as the console writes it, `Rp100.000`, in every language. Codes as
 * `readWhole`.
 */
export function readAmount(text: string, locale: Locale): Reading<number> {
  const typed = text.trim().normalize('NFKC');
  const [, named, bare = ''] = /^(rp\.?|idr)?\s*(.*)$/is.exec(typed) ?? [];
  const read = (figure: string) => readWhole(figure, named ? 'id' : locale);
  const whole = noCents.exec(bare)?.[1];
  const cut = whole === undefined ? null : read(whole);
  return cut?.value !== undefined ? cut : read(bare);
}
