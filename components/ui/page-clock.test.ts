import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makePageClock } from './page-clock';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T00:00:00.400Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('knows the time for who subscribes before asking for it, as React does after hydration', () => {
  const clock = makePageClock(30_000);
  const leave = clock.subscribe(() => {});
  expect(new Date(clock.current()).toISOString()).toBe('2026-05-01T00:00:00.000Z');
  leave();
});

it('ticks for all who show it, and keeps the time between ticks', () => {
  const clock = makePageClock(30_000);
  const before = clock.current();
  const [one, other] = [vi.fn(), vi.fn()];
  const leaves = [clock.subscribe(one), clock.subscribe(other)];
  vi.advanceTimersByTime(29_000);
  expect(clock.current()).toBe(before);
  vi.advanceTimersByTime(1_000);
  expect(clock.current()).toBe(before + 30_400);
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
  for (const leave of leaves) leave();
  vi.advanceTimersByTime(60_000);
  expect(one).toHaveBeenCalledTimes(1);
  expect(clock.current()).toBe(before + 90_000);
});
