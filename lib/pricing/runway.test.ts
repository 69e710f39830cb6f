import { describe, expect, it } from 'vitest';
import { lastDay, runway, soonerFirst, spanOf, urgency, type Runway } from './runway';

const of = (balance: number | null, perHour: number | null, more = {}) =>
  runway({ balance, perHour, whole: true, postpaid: false, ...more });

describe('runway', () => {
  it('is the balance over the rate', () => {
    expect(of(240_000, 1000)).toEqual({ kind: 'lasts', hours: 240, most: false });
  });
  it('is at most that where something isn’t counted', () => {
    expect(of(240_000, 1000, { whole: false })).toMatchObject({ most: true });
  });
  it('ends with the balance, and a debt is no time', () => {
    expect(of(0, 1000)).toEqual({ kind: 'empty' });
    expect(of(-5, 1000)).toEqual({ kind: 'empty' });
  });
  it('has no end while nothing costs, even without a balance', () => {
    expect(of(100, 0)).toEqual({ kind: 'unspent' });
    expect(of(0, 0)).toEqual({ kind: 'unspent' });
  });
  it('doesn’t call unseen costs none', () => {
    expect(of(100, 0, { whole: false })).toEqual({ kind: 'unknown', what: 'rate' });
  });
  it('says which half isn’t known', () => {
    expect(of(null, 10)).toEqual({ kind: 'unknown', what: 'balance' });
    expect(of(10, null)).toEqual({ kind: 'unknown', what: 'rate' });
  });
  it('is nothing to tell where invoices come afterwards', () => {
    expect(of(0, 10, { postpaid: true })).toEqual({ kind: 'postpaid' });
  });
});

describe('spanOf', () => {
  it.each([
    [0.5, 'hours', 0],
    [1.99, 'hours', 1],
    [47.9, 'hours', 47],
    [48, 'days', 2],
    [40.4 * 24, 'days', 40],
    [40.99 * 24, 'days', 41],
    [400 * 24, 'days', 400],
    [2 * 365 * 24, 'years', 2],
  ])('%s hours are counted in whole units', (hours, unit, count) => {
    expect(spanOf(hours)).toEqual({ unit, count });
  });
});

describe('lastDay', () => {
  it('is as many days away as the span says', () => {
    const at = Date.parse('2026-11-28T20:00:00Z');
    expect(lastDay(40.99 * 24, at)).toBe('2027-01-08T20:00:00.000Z'); // 41 days on
    expect(lastDay(40.4 * 24, at)).toBe('2027-01-07T20:00:00.000Z');
    expect(lastDay(47, at)).toBeNull();
    expect(lastDay(400 * 24, at)).toBeNull();
  });
});

const lasts = (hours: number): Runway => ({ kind: 'lasts', hours, most: false });

describe('urgency', () => {
  it('grows as the end comes', () => {
    expect([15 * 24, 13 * 24, 71].map((hours) => urgency(lasts(hours)))).toEqual([
      null,
      'warn',
      'danger',
    ]);
    expect(urgency({ kind: 'empty' })).toBe('danger');
    expect(urgency({ kind: 'unspent' })).toBeNull();
  });
});

describe('soonerFirst', () => {
  it('puts the first to run out first', () => {
    const list: Runway[] = [
      { kind: 'unspent' },
      lasts(50),
      { kind: 'unknown', what: 'rate' },
      { kind: 'empty' },
      lasts(5),
    ];
    expect(list.sort(soonerFirst).slice(0, 3)).toEqual([{ kind: 'empty' }, lasts(5), lasts(50)]);
  });
});
