import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makePageClock } from './page-clock';

const start = Date.parse('2026-06-01T00:00:00Z');
beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

it('knows the time also for who subscribes before asking, and again after nobody watched', () => {
  const clock = makePageClock(30_000);
  const stop = clock.subscribe(() => {});
  expect(clock.current()).toBe(start);
  vi.advanceTimersByTime(29_000);
  expect(clock.current()).toBe(start); // it stands still between two ticks
  vi.advanceTimersByTime(1000);
  expect(clock.current()).toBe(start + 30_000);
  stop();
  vi.advanceTimersByTime(100_000);
  const again = clock.subscribe(() => {});
  expect(clock.current()).toBe(start + 130_000);
  again();
});
