import { expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import { Lane, type PaceClock } from './paced';

/** A clock that jumps over its waits. */
function jumping() {
  let now = 0;
  const waits: number[] = [];
  const clock: PaceClock = {
    now: () => now,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  return { clock, waits };
}

it('makes so many calls in a minute, one after the other', async () => {
  const { clock, waits } = jumping();
  const lane = new Lane(3, clock);
  const times: number[] = [];
  let underWay = 0;
  const call = async () => {
    underWay += 1;
    expect(underWay).toBe(1);
    times.push(clock.now());
    await Promise.resolve();
    underWay -= 1;
  };
  await Promise.all(Array.from({ length: 7 }, () => lane.run(call)));
  expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000]);
  expect(waits).toEqual([60_000, 60_000]);
});

it('waits as long as a refusal says, and tells it', async () => {
  const { clock, waits } = jumping();
  const told: number[] = [];
  let refused = 2;
  const call = async () => {
    if (refused-- > 0)
      throw problem('too_many_requests', 429, 'Too many.', { retryAfter: 17, perMinute: 5 });
    return 'done';
  };
  const lane = new Lane(30, clock);
  const options = { onWait: (seconds: number) => told.push(seconds) };
  expect(await lane.run(call, options)).toBe('done');
  expect(waits).toEqual([17_000, 17_000]);
  expect(told).toEqual([17, 0, 17, 0]);
  await lane.run(call, options); // the provider allows 5: 3 calls a minute, and 3 were made
  expect(waits.at(-1)).toBe(60_000 - 34_000);
});

it('hands on another failure, and goes on with the next call', async () => {
  const lane = new Lane(30, jumping().clock);
  const failing = lane.run(() => Promise.reject(problem('no_access', 403, 'No.')));
  const next = lane.run(async () => 'next');
  await expect(failing).rejects.toThrow('No.');
  expect(await next).toBe('next');
  const often = () => Promise.reject(problem('too_many_requests', 429, 'Never.'));
  await expect(lane.run(often)).rejects.toThrow('Never.');
});

it('ends a wait when it is cancelled', async () => {
  const lane = new Lane(1);
  await lane.run(async () => {});
  const stop = new AbortController();
  const waiting = lane.run(async () => 'never', { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('stopped')));
  await expect(waiting).rejects.toThrow('stopped');
});
