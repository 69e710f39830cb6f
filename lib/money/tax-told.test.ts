import { expect, it } from 'vitest';
import { toldTaxLines } from './tax-told';

it('finds the base of a told tax, and guesses none', () => {
  expect(toldTaxLines(11_000, [100_000])).toEqual({ otherBase: 91_667, percent: 12, tax: 11_000 });
  expect(toldTaxLines(11_440, [100_000, 104_000])).toMatchObject({ otherBase: 95_333 });
  expect(toldTaxLines(9_999, [100_000])).toBeNull();
  expect(toldTaxLines(0, [0])).toBeNull();
});
