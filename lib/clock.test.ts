import { afterEach, describe, expect, it, vi } from 'vitest';
import { hearServerTime, serverNow, serverTime } from './clock';

const hour = 3_600_000;

describe('the server’s clock', () => {
  afterEach(() => {
    vi.useRealTimers();
    hearServerTime(Date.now());
  });

  it('is told by answers, whether the device is hours ahead or behind', () => {
    const now = Date.now();
    for (const wrong of [3 * hour, -3 * hour, 7 * 60_000]) {
      hearServerTime(now - wrong, now);
      expect(serverTime(now)).toBe(now - wrong);
    }
    hearServerTime(now, now);
    expect(serverTime(now)).toBe(now);
  });

  it('passes over the way of an answer, and what is no instant', () => {
    const now = Date.now();
    hearServerTime(now - 2_500, now);
    hearServerTime(Number.NaN, now);
    expect(serverTime(now)).toBe(now);
  });

  it('follows a device whose clock is put right meanwhile', () => {
    vi.useFakeTimers({ now: 10 * hour });
    hearServerTime(7 * hour);
    expect(serverNow()).toBe(7 * hour);
    vi.setSystemTime(7 * hour + 60_000);
    hearServerTime(7 * hour + 60_000);
    expect(serverNow()).toBe(7 * hour + 60_000);
  });
});
