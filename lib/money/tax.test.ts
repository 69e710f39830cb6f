import { describe, expect, it } from 'vitest';
import { halfUp, taxOn } from './tax';

describe('taxOn', () => {
  it('computes 12 % of 11/12 of the price where the invoice says 11 %', () => {
    expect(taxOn(13_750, 11)).toEqual({ otherBase: 12_604, percent: 12, tax: 1513 });
    expect(taxOn(100_000, 11)).toEqual({ otherBase: 91_667, percent: 12, tax: 11_000 });
    expect(taxOn(0, 11)).toEqual({ otherBase: 0, percent: 12, tax: 0 });
  });
  it('takes the whole price for every other rate', () => {
    expect(taxOn(13_750, 10)).toEqual({ otherBase: null, percent: 10, tax: 1375 });
    expect(taxOn(4150, 12)).toEqual({ otherBase: null, percent: 12, tax: 498 });
  });
  it('mirrors a price below zero', () => {
    expect(taxOn(-13_750, 11)).toEqual({ otherBase: -12_604, percent: 12, tax: -1513 });
  });
  it('rounds every half up, for each price up to a million that ends in 50', () => {
    for (let price = 50; price < 1_000_000; price += 100) {
      const whole = Math.floor((price * 11 + 50) / 100);
      expect(taxOn(price, 11).tax).toBe(whole);
    }
  });
});

describe('halfUp', () => {
  it('is not misled by floating point', () => {
    expect(halfUp(1.005 * 100)).toBe(101);
    expect(halfUp(-0.4)).toBe(0);
    expect(Object.is(halfUp(-0.4), 0)).toBe(true);
  });
});
