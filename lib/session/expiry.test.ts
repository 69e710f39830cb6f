import { describe, expect, it } from 'vitest';
import { expiryField, expiryOf, requireAhead } from './expiry';

/** Eleven at night in Jakarta on the 21st, still afternoon in UTC. */
const now = Date.parse('2026-11-21T23:00:00+07:00');

describe('the day a key ends', () => {
  it.each([
    ['2027-03-03', 102, 'later'],
    ['2026-12-06', 15, 'later'],
    ['2026-12-05', 14, 'soon'],
    ['2026-11-21', 0, 'soon'],
    ['2026-11-20', -1, 'past'],
  ])('%s is %i days away', (date, days, state) => {
    expect(expiryOf(date, now)).toEqual({ date, days, state });
  });

  it('changes at Jakarta’s midnight', () => {
    expect(expiryOf('2026-11-21', now + 3_600_000)?.days).toBe(-1);
  });

  it('is null unless it was noted', () => {
    expect(expiryOf(undefined)).toBeNull();
  });

  it.each(['2026-02-30', '31-12-2026', '20261231', '12026-01-01', 'soon'])('isn’t %s', (text) => {
    expect(expiryField.safeParse(text).success).toBe(false);
  });

  it('must be in the future when it is noted, and may stay after it has passed', () => {
    expect(() => requireAhead('2020-01-01')).toThrow('passed');
    expect(() => requireAhead('2020-01-01', '2020-01-01')).not.toThrow();
    expect(() => requireAhead(undefined, '2020-01-01')).not.toThrow();
    expect(() => requireAhead('2999-01-01')).not.toThrow();
  });
});
