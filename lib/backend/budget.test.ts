import { describe, expect, it } from 'vitest';
import { Budget } from './budget';

const takeAll = (budget: Budget, kind: 'read' | 'write', now: number) => {
  let taken = 0;
  while (budget.take(kind, now) === 0) taken += 1;
  return taken;
};

describe('the budget of a credential', () => {
  it('allows a minute’s worth at once, the last tenth to changes alone', () => {
    const budget = new Budget(60, 0);
    expect(takeAll(budget, 'read', 0)).toBe(54);
    expect(takeAll(budget, 'write', 0)).toBe(6);
  });

  it('refills evenly, never beyond a minute’s worth', () => {
    const budget = new Budget(60, 0);
    takeAll(budget, 'write', 0);
    expect(budget.take('write', 0)).toBe(1);
    expect(takeAll(budget, 'write', 5000)).toBe(5);
    expect(takeAll(budget, 'write', 5000 + 3_600_000)).toBe(60);
  });

  it('says how long to wait', () => {
    const budget = new Budget(6, 0);
    takeAll(budget, 'write', 0);
    expect(budget.take('write', 0)).toBe(10);
    expect(budget.take('write', 4000)).toBe(6);
  });

  it('is shut by the backend’s 429 until it may go on, then calls come one by one', () => {
    const budget = new Budget(60, 0);
    budget.shut(30, 0);
    expect(budget.take('write', 0)).toBe(30);
    expect(budget.take('read', 29_001)).toBe(1);
    expect(takeAll(budget, 'read', 30_000)).toBe(1);
    expect(budget.take('read', 30_000)).toBe(1);
  });

  it('works with less than one call a minute', () => {
    const budget = new Budget(0.5, 0);
    expect(takeAll(budget, 'read', 0)).toBe(1);
    expect(budget.take('read', 0)).toBe(120);
  });

  it('is not confused by a clock that stands or goes back', () => {
    const budget = new Budget(60, 1000);
    takeAll(budget, 'write', 1000);
    expect(budget.take('write', 0)).toBe(1);
  });
});
