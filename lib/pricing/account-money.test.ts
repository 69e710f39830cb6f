import { describe, expect, it } from 'vitest';
import { balanceOf, spendingOf } from './account-money';

describe('balanceOf', () => {
  it('is what is left after this month’s cost', () => {
    expect(balanceOf({ current_balance: 100, current_cost: 30, actual_balance: 71 })).toBe(71);
    expect(balanceOf({ current_balance: 100, current_cost: 30, actual_balance: null })).toBe(70);
    expect(balanceOf({ current_balance: null, current_cost: 30, actual_balance: null })).toBeNull();
  });
});

describe('spendingOf', () => {
  it('is the backend’s hour, else its month over 720 hours', () => {
    expect(spendingOf({ current_hour_cost: 5, estimated_monthly_total: 7200 })).toBe(5);
    expect(spendingOf({ current_hour_cost: null, estimated_monthly_total: 7200 })).toBe(10);
    expect(spendingOf({ current_hour_cost: null, estimated_monthly_total: null })).toBeNull();
  });
});
