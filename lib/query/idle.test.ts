// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetServerClock, startServerClock } from '@/lib/clock';
import { noteInput } from './user-input';
import { watchIdle } from './idle';
import { signedInAgain, signInGate } from './sign-in-gate';

const begin = Date.parse('2026-11-21T10:00:00.000Z');
const minute = 60_000;
const hour = 60 * minute;
const iso = (at: number) => new Date(at).toISOString();

/** A server with its own clock, and a session that ends half an hour after the last touch. */
function server({ idle = 30 * minute } = {}) {
  const opened = performance.now();
  const now = () => begin + performance.now() - opened;
  const state = { end: begin + idle };
  const fetched = vi.fn(async (url: string) => {
    if (url.endsWith('/touch')) state.end = now() + idle;
    const body = { signedIn: now() < state.end, idleAt: iso(state.end) };
    return new Response(JSON.stringify(body), { headers: { date: new Date(now()).toUTCString() } });
  });
  vi.stubGlobal('fetch', fetched);
  return { state, fetched };
}

let stop = () => {};
beforeEach(() => {
  forgetServerClock();
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  signedInAgain();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe.each([0, 3 * hour, -3 * hour])('with the browser %d ms off', (off) => {
  beforeEach(() => vi.setSystemTime(begin + off));

  it('asks when the session has ended, and not before', async () => {
    const { state, fetched } = server();
    startServerClock(begin);
    stop = watchIdle(iso(state.end));
    await pass(29 * minute);
    expect(fetched).not.toHaveBeenCalled();
    await pass(2 * minute);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(signInGate.current()).toBe('idle');
  });

  it('is no busy loop where the server’s time isn’t known, nor when the clock jumps while it waits', async () => {
    const { state, fetched } = server({ idle: 10 * minute });
    stop = watchIdle(iso(state.end)); // nothing has told the time yet
    for (let each = 0; each < 8; each += 1) {
      vi.setSystemTime(begin + (each % 2 === 0 ? 3 : -3) * hour);
      noteInput();
      await pass(minute + 1_000);
    }
    // Eight minutes with input: one touch per minute, and at most one further check.
    expect(fetched.mock.calls.length).toBeLessThanOrEqual(9);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
    expect(signInGate.current()).toBeNull();
  });

  it('asks once a minute at most where the server’s own clocks disagree', async () => {
    const { state, fetched } = server({ idle: 24 * hour });
    startServerClock(begin + 48 * hour);
    vi.stubGlobal(
      'fetch',
      fetched.mockImplementation(
        async () =>
          new Response(JSON.stringify({ signedIn: true, idleAt: iso(state.end) }), {
            headers: { date: new Date(begin + 48 * hour).toUTCString() },
          }),
      ),
    );
    stop = watchIdle(iso(state.end));
    await pass(10 * minute);
    expect(fetched.mock.calls.length).toBeLessThanOrEqual(10);
  });

  it('waits for an end that is further away than a timer can count', async () => {
    const { fetched } = server();
    startServerClock(begin);
    stop = watchIdle(iso(begin + 60 * 24 * hour));
    await pass(24 * hour);
    expect(fetched).not.toHaveBeenCalled();
  });
});
