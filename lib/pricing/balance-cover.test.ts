import { describe, expect, it } from 'vitest';
import { balanceCover } from './balance-cover';

describe('balanceCover', () => {
  it('divides the balance by everything that is paid from it', () => {
    expect(balanceCover(10_000, 60, 40)).toBe(100);
    expect(balanceCover(10_000, null, 40)).toBe(250);
    expect(balanceCover(10_000, 60, -10)).toBe(200);
  });

  it('is zero for a debt, and unlimited if nothing is spent', () => {
    expect(balanceCover(-5, 0, 100)).toBe(0);
    expect(balanceCover(100, 0, 0)).toBeNull();
    expect(balanceCover(100, 40, -40)).toBeNull();
  });
});
