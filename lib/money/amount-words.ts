/**
 * Amounts in words, as they stand on documents: “terbilang” in Indonesian. Pure. The packages that do this know one of
 * the two languages, and read numbers as text; here each language is a dozen lines.
 */
import type { Locale } from '@/lib/intl/locales';
import { isRupiah } from './invoice';

type Language = {
  minus: string;
  zero: string;
  and: string;
  /** The words of 1 to 999. */
  below: (count: number) => string;
  /** The words of thousands, millions and so on. @param power 1 for thousands, up to 5 */
  scaled: (count: number, power: number) => string;
};

const ones = {
  id: 'satu dua tiga empat lima enam tujuh delapan sembilan'.split(' '),
  en: [
    ...'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' '),
    ...'fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
  ],
};
const one = (language: Locale, count: number) => ones[language][count - 1] ?? '';
const joined = (...parts: string[]) => parts.filter(Boolean).join(' ');

function belowId(count: number): string {
  if (count < 10) return one('id', count);
  if (count === 10) return 'sepuluh';
  if (count === 11) return 'sebelas';
  if (count < 20) return `${one('id', count - 10)} belas`;
  if (count < 100) return joined(one('id', Math.floor(count / 10)), 'puluh', belowId(count % 10));
  const hundreds = count < 200 ? 'seratus' : `${one('id', Math.floor(count / 100))} ratus`;
  return joined(hundreds, belowId(count % 100));
}

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function belowEn(count: number): string {
  if (count < 20) return one('en', count);
  if (count < 100)
    return [tens[Math.floor(count / 10) - 2], one('en', count % 10)].filter(Boolean).join('-');
  return joined(one('en', Math.floor(count / 100)), 'hundred', belowEn(count % 100));
}

const scales: Record<Locale, readonly string[]> = {
  id: ['ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'],
  en: ['thousand', 'million', 'billion', 'trillion', 'quadrillion'],
};

const languages: Record<Locale, Language> = {
  id: {
    minus: 'minus',
    zero: 'nol',
    and: 'dan',
    below: belowId,
    scaled: (count, power) =>
      count === 1 && power === 1 ? 'seribu' : `${belowId(count)} ${scales.id[power - 1]}`,
  },
  en: {
    minus: 'minus',
    zero: 'zero',
    and: 'and',
    below: belowEn,
    scaled: (count, power) => `${belowEn(count)} ${scales.en[power - 1]}`,
  },
};

/** A whole number in words: `seribu dua ratus`. @returns null for a number that has no exact whole value */
export function wholeInWords(whole: number, locale: Locale): string | null {
  if (!Number.isSafeInteger(whole)) return null;
  const language = languages[locale];
  if (whole === 0) return language.zero;
  const parts: string[] = [];
  let left = Math.abs(whole);
  for (let power = 0; left > 0; power += 1, left = Math.floor(left / 1000)) {
    const count = left % 1000;
    if (count === 0) continue;
    parts.unshift(power === 0 ? language.below(count) : language.scaled(count, power));
  }
  return joined(whole < 0 ? language.minus : '', ...parts);
}

/**
 * An amount in words, with a capital at its beginning: `Seratus ribu rupiah`, `Twelve and 50/100 USD`.
 * @param amount whole rupiah, or another currency's to its hundredth
 * @returns null for an amount that can't be written
 */
export function amountInWords(
  currency: string | null,
  amount: number,
  locale: Locale,
): string | null {
  const rupiah = isRupiah(currency);
  const hundredths = Math.round(Math.abs(amount) * 100);
  const whole = rupiah ? Math.round(Math.abs(amount)) : Math.floor(hundredths / 100);
  const words = wholeInWords(whole, locale);
  if (words === null) return null;
  const { minus, and } = languages[locale];
  const rest = rupiah ? 0 : hundredths % 100;
  const text = joined(
    amount < 0 && (whole > 0 || rest > 0) ? minus : '',
    words,
    rest > 0 ? `${and} ${String(rest).padStart(2, '0')}/100` : '',
    rupiah ? 'rupiah' : (currency ?? '').trim(),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}
