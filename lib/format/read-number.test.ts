import { describe, expect, it } from 'vitest';
import { readAmount, readWhole } from './read-number';

describe('readWhole', () => {
  it.each([
    ['40', 'id', 40],
    ['1.000', 'id', 1000],
    ['1.234.567', 'id', 1_234_567],
    ['1,000', 'en', 1000],
    [' 1 000 ', 'id', 1000],
    ["1'000", 'en', 1000],
    ['１２', 'id', 12],
    ['-5', 'id', -5],
  ] as const)('reads %j in %s as %d', (text, locale, value) =>
    expect(readWhole(text, locale)).toEqual({ value }),
  );
  it.each([
    ['1,000', 'id', 'number_grouped{"example":"1.000","plain":"1000"}'],
    ['1.000', 'en', 'number_grouped{"example":"1,000","plain":"1000"}'],
    ['1,5', 'id', 'number_whole'],
    ['1.5', 'id', 'number_whole'],
    ['1.5', 'en', 'number_whole'],
    ['1.000,50', 'id', 'number_whole'],
    ['1.00', 'id', 'number_whole'],
    ['1.0000', 'id', 'number_whole'],
    ['1e3', 'id', 'not_a_number'],
    ['empat', 'id', 'not_a_number'],
    ['', 'id', 'required'],
  ] as const)('refuses %j in %s with %s', (text, locale, fault) =>
    expect(readWhole(text, locale)).toEqual({ fault }),
  );
});

describe('readAmount', () => {
  it.each([
    ['100000', 'en', 100_000],
    ['100,000', 'en', 100_000],
    ['100.000', 'id', 100_000],
    ['Rp100.000', 'en', 100_000],
    ['rp. 1.500.000', 'en', 1_500_000],
    ['IDR 75 000', 'id', 75_000],
    ['Rp100.000,00', 'en', 100_000],
    ['100,000.00', 'en', 100_000],
    ['100000,-', 'id', 100_000],
  ] as const)('reads %s in %s', (text, locale, value) => {
    expect(readAmount(text, locale)).toEqual({ value });
  });

  it.each([
    ['', 'en', 'required'],
    ['Rp', 'id', 'required'],
    ['100.000', 'en', 'number_grouped'],
    ['100.50', 'en', 'number_whole'],
    ['Rp100,5', 'id', 'number_whole'],
    ['lots', 'en', 'not_a_number'],
  ] as const)('refuses %s in %s', (text, locale, code) => {
    expect(readAmount(text, locale).fault).toContain(code);
  });
});
