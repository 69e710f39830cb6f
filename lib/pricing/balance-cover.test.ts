import { describe, expect, it } from 'vitest';
import { balanceCover } from './balance-cover';

describe('balanceCover', () => {
  it('lasts as long as everything that is paid from it allows', () => {
    expect(balanceCover(10_000, 60, 40)).toEqual({ hours: 100, firstDay: true });
    expect(balanceCover(10_000, null, 40).hours).toBe(250);
  });

  it('tells when the first day of the addition is not paid for', () => {
    expect(balanceCover(2400, 0, 100).firstDay).toBe(true);
    expect(balanceCover(2399, 0, 100).firstDay).toBe(false);
  });

  it('a debt lasts no time, and nothing spent lasts for ever', () => {
    expect(balanceCover(-5, 0, 100)).toEqual({ hours: 0, firstDay: false });
    expect(balanceCover(100, 0, 0).hours).toBeNull();
  });
});
