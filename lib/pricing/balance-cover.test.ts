import { describe, expect, it } from 'vitest';
import { balanceCover } from './balance-cover';

describe('balanceCover', () => {
  it('lasts as long as everything that is paid from it allows', () => {
    expect(balanceCover(10_000, 60, 40)).toBe(100);
    expect(balanceCover(10_000, null, 40)).toBe(250);
    expect(balanceCover(10_000, 60, -10)).toBe(200);
  });

  it('a debt lasts no time, and nothing spent lasts for ever', () => {
    expect(balanceCover(-5, 0, 100)).toBe(0);
    expect(balanceCover(100, 0, 0)).toBeNull();
    expect(balanceCover(100, 40, -40)).toBeNull();
  });
});
