import { describe, expect, it } from 'vitest';
import { buyerOf } from './buyer';
import { readTaxNumber, taxNumberWords } from './tax-number';

describe('a tax number', () => {
  it.each([
    ['01.234.567.8-901.000', '012345678901000', '01.234.567.8-901.000'],
    [' 012345678901000 ', '012345678901000', '01.234.567.8-901.000'],
    ['0012 3456 7890 1234', '0012345678901234', '0012 3456 7890 1234'],
    ['3171–2345/6789-0001', '3171234567890001', '3171 2345 6789 0001'],
  ])('reads %s', (typed, digits, words) => {
    expect(readTaxNumber(typed)).toBe(digits);
    expect(taxNumberWords(digits)).toBe(words);
  });
  it.each(['', '1234', '01234567890100', '01234567890123456', 'O12345678901000', '0'.repeat(15)])(
    'refuses %s',
    (typed) => expect(readTaxNumber(typed)).toBeNull(),
  );
});

describe('a buyer', () => {
  it('has one form', () =>
    expect(
      buyerOf({
        name: ' PT Kopi\nNusantara\u202e ',
        address: 'Jl. Contoh 1\r\nJakarta\u0007',
        taxNumber: '01.234.567.8-901.000',
        more: 1,
      }),
    ).toEqual({
      name: 'PT Kopi Nusantara',
      address: 'Jl. Contoh 1\nJakarta',
      taxNumber: '012345678901000',
    }));
  it('may lack address and number', () =>
    expect(buyerOf({ name: 'Sari', address: '', taxNumber: ' ' })).toEqual({
      name: 'Sari',
      address: '',
      taxNumber: '',
    }));
  it.each([
    null,
    [],
    'Sari',
    { name: ' ', address: '', taxNumber: '' },
    { name: 'Sari', address: '', taxNumber: '123' },
    { name: 'Sari', address: 5, taxNumber: '' },
  ])('refuses %j', (value) => expect(buyerOf(value)).toBeNull());
});
