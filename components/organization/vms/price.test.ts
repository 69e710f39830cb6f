import { describe, expect, it } from 'vitest';
import { costToDate, priceOf, sum } from './price';

const nothing = {
  pricing_unit: null,
  price_per_unit: null,
  price_per_hour: null,
  price_per_month: null,
};

describe('priceOf', () => {
  it('prefers the unit price over the others', () => {
    const plan = {
      pricing_unit: 'hour',
      price_per_unit: 5000,
      price_per_hour: 0,
      price_per_month: 58_000,
    };
    expect(priceOf(plan)).toEqual({ perHour: 5000, perMonth: 3_600_000 });
  });

  it('reads plans with a monthly price', () => {
    const plan = { ...nothing, pricing_unit: 'month', price_per_unit: 72_000 };
    expect(priceOf(plan)).toEqual({ perHour: 100, perMonth: 72_000 });
  });

  it('falls back to the hourly and the monthly price', () => {
    expect(priceOf({ ...nothing, price_per_hour: 10 })).toEqual({ perHour: 10, perMonth: 7200 });
    expect(priceOf({ ...nothing, price_per_month: 720 })).toEqual({ perHour: 1, perMonth: 720 });
  });

  it('is null if the plan has no price', () => {
    expect(priceOf(null)).toEqual({ perHour: null, perMonth: null });
    expect(priceOf({ ...nothing, price_per_hour: 0 })).toEqual({ perHour: null, perMonth: null });
  });
});

describe('sum', () => {
  it('adds the known amounts', () => {
    expect(sum([1, null, 2])).toBe(3);
    expect(sum([null])).toBeNull();
  });
});

describe('costToDate', () => {
  const now = Date.parse('2026-11-28T10:30:00Z');

  it('is the age times the price', () => {
    expect(costToDate(140, '2026-11-28T05:00:00+07:00', now)).toBe(140 * 12.5);
    expect(costToDate(140, '2026-11-28T11:00:00Z', now)).toBe(0);
  });

  it('is unknown without a price or an age', () => {
    expect(costToDate(null, '2026-11-28T05:00:00Z', now)).toBeNull();
    expect(costToDate(140, null, now)).toBeNull();
  });
});
