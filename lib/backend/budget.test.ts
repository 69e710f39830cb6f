import { describe, expect, it } from 'vitest';
import { Budget, type CallKind } from './budget';

/** A minute, with what the budget adds to it. */
const minute = 60_250;

const takeAll = (budget: Budget, kind: CallKind, now: number) => {
  let taken = 0;
  while (budget.take(kind, now) === 0) taken += 1;
  return taken;
};

describe('the budget of a credential', () => {
  it('reserves parts by importance, three tenths for what no page shows yet', () => {
    const budget = new Budget(60, 0);
    expect(takeAll(budget, 'again', 0)).toBe(42);
    expect(takeAll(budget, 'read', 0)).toBe(6);
    expect(takeAll(budget, 'scope', 0)).toBe(6);
    expect(takeAll(budget, 'write', 0)).toBe(6);
  });

  it('never allows more in any minute, the first one included', () => {
    const budget = new Budget(60, 0);
    const made: number[] = [];
    for (let now = 0; now < 5 * minute; now += 97)
      if (budget.take('write', now) === 0) made.push(now);
    for (const from of made)
      expect(made.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(60);
    expect(made.length).toBeGreaterThanOrEqual(4 * 60);
  });

  it('says how long to wait', () => {
    const budget = new Budget(6, 0);
    expect(budget.take('write', 0)).toBe(0);
    takeAll(budget, 'write', 1000);
    expect(budget.wait('write', 1000)).toBe(minute - 1000);
    expect(takeAll(budget, 'write', minute)).toBe(1);
  });

  it('is shut by the backend’s 429 until it may go on', () => {
    const budget = new Budget(60, 0);
    budget.shut(30, 0);
    expect(budget.take('write', 0)).toBe(30_000);
    expect(budget.take('read', 29_001)).toBe(999);
    expect(budget.take('read', 30_000)).toBe(0);
  });

  it('works with less than one call a minute', () => {
    const budget = new Budget(0.5, 0);
    expect(takeAll(budget, 'again', 0)).toBe(1);
    expect(budget.take('write', 0)).toBe(2 * minute);
  });

  it('is not confused by a clock that stands or goes back', () => {
    const budget = new Budget(60, 1000);
    takeAll(budget, 'write', 1000);
    expect(budget.take('write', 0)).toBe(minute);
  });
});
