import { describe, expect, it } from 'vitest';
import { amountInWords, wholeInWords } from './amount-words';

describe('an amount in words', () => {
  it.each([
    [0, 'nol', 'zero'],
    [1, 'satu', 'one'],
    [10, 'sepuluh', 'ten'],
    [11, 'sebelas', 'eleven'],
    [12, 'dua belas', 'twelve'],
    [19, 'sembilan belas', 'nineteen'],
    [20, 'dua puluh', 'twenty'],
    [21, 'dua puluh satu', 'twenty-one'],
    [100, 'seratus', 'one hundred'],
    [111, 'seratus sebelas', 'one hundred eleven'],
    [200, 'dua ratus', 'two hundred'],
    [999, 'sembilan ratus sembilan puluh sembilan', 'nine hundred ninety-nine'],
    [1000, 'seribu', 'one thousand'],
    [1001, 'seribu satu', 'one thousand one'],
    [1100, 'seribu seratus', 'one thousand one hundred'],
    [2000, 'dua ribu', 'two thousand'],
    [11_000, 'sebelas ribu', 'eleven thousand'],
    [21_000, 'dua puluh satu ribu', 'twenty-one thousand'],
    [100_000, 'seratus ribu', 'one hundred thousand'],
    [101_000, 'seratus satu ribu', 'one hundred one thousand'],
    [1_000_000, 'satu juta', 'one million'],
    [1_001_000, 'satu juta seribu', 'one million one thousand'],
    [1_000_000_001, 'satu miliar satu', 'one billion one'],
    [
      15_262_513,
      'lima belas juta dua ratus enam puluh dua ribu lima ratus tiga belas',
      'fifteen million two hundred sixty-two thousand five hundred thirteen',
    ],
    [3_000_000_000_000, 'tiga triliun', 'three trillion'],
    [1_000_000_000_000_000, 'satu kuadriliun', 'one quadrillion'],
    [-25_000, 'minus dua puluh lima ribu', 'minus twenty-five thousand'],
  ])('of %i', (amount, indonesian, english) => {
    expect(wholeInWords(amount, 'id')).toBe(indonesian);
    expect(wholeInWords(amount, 'en')).toBe(english);
  });

  it.each([
    [null, 1513, 'id', 'Seribu lima ratus tiga belas rupiah'],
    ['IDR', 0, 'id', 'Nol rupiah'],
    ['IDR', -100, 'en', 'Minus one hundred rupiah'],
    ['USD', 12.5, 'id', 'Dua belas dan 50/100 USD'],
    ['USD', -0.05, 'en', 'Minus zero and 05/100 USD'],
    ['USD', 3, 'en', 'Three USD'],
    ['USD', 0.999, 'en', 'One USD'],
  ] as const)('names the currency %s', (currency, amount, locale, words) =>
    expect(amountInWords(currency, amount, locale)).toBe(words),
  );

  it('writes nothing for what is no exact number', () => {
    for (const amount of [Number.NaN, Infinity, 2 ** 60])
      expect(amountInWords(null, amount, 'id')).toBeNull();
  });
});
