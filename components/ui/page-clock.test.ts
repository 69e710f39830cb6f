import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePageClock } from './page-clock';

describe('makePageClock', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-28T10:00:00.400Z') }));
  afterEach(() => vi.useRealTimers());

  it('tells the time to who subscribes before reading it, as a page that hydrates does', () => {
    const clock = makePageClock(30_000);
    const leave = clock.subscribe(() => undefined);
    expect(clock.current()).toBe(Date.parse('2026-11-28T10:00:00Z'));
    leave();
  });

  it('stands still between its ticks, and ticks while somebody listens', () => {
    const clock = makePageClock(30_000);
    const heard = vi.fn();
    const leave = clock.subscribe(heard);
    vi.advanceTimersByTime(29_000);
    expect(clock.current()).toBe(Date.parse('2026-11-28T10:00:00Z'));
    vi.advanceTimersByTime(1_000);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(clock.current()).toBe(Date.parse('2026-11-28T10:00:30.400Z'));
    leave();
    vi.advanceTimersByTime(60_000);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(clock.current()).toBe(Date.parse('2026-11-28T10:01:30Z'));
  });
});
