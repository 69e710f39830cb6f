import { describe, expect, it } from 'vitest';
import { forecast, gainOf, hoursOfMonth } from './forecast';

describe('the hours of a month of Jakarta', () => {
  it('begin while it is still the evening before in UTC', () => {
    const at = Date.parse('2026-05-31T17:00:00Z');
    expect(hoursOfMonth(at)).toEqual({ gone: 0, left: 720 });
    expect(hoursOfMonth(at - 3_600_000)).toEqual({ gone: 743, left: 1 });
  });
});

describe('a forecast', () => {
  const at = Date.parse('2026-06-21T00:00:00+07:00'); // ten days are left
  it('adds the rate of the hours left to what was spent', () => {
    expect(forecast(100_000, 50, at)).toBe(100_000 + 240 * 50);
    expect(forecast(100_000, 0, at)).toBe(100_000);
  });
  it('is not made without what was spent, or without a rate', () => {
    expect(forecast(null, 50, at)).toBeNull();
    expect(forecast(5, null, at)).toBeNull();
  });
});

describe('what stopping something gains', () => {
  const wallet = { balance: 72_000, perHour: 100, whole: true, postpaid: false };
  it('is the time that the balance lasts longer', () => {
    expect(gainOf(wallet, 60)).toEqual({ kind: 'hours', hours: 1800 - 720 });
  });
  it('is for ever if nothing else costs anything, unless something isn’t counted', () => {
    expect(gainOf(wallet, 100)).toEqual({ kind: 'forever' });
    expect(gainOf({ ...wallet, whole: false }, 100)).toBeNull();
  });
  it('isn’t said without a price, without a balance, or where bills are paid after use', () => {
    expect(gainOf(wallet, null)).toBeNull();
    expect(gainOf({ ...wallet, balance: 0 }, 60)).toBeNull();
    expect(gainOf({ ...wallet, postpaid: true }, 60)).toBeNull();
  });
});
