import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import type { EmptyStep } from '@/lib/storage/empty';
import { emptyBucket, type EmptyProgress } from './empty-run';

const step = (deleted: number, done = false, failed: EmptyStep['failed'] = []): EmptyStep => ({
  deleted,
  done,
  failed,
});

/** Runs over the given steps; an error is thrown. */
async function run(steps: (EmptyStep | Error)[], signal = new AbortController().signal) {
  const shown: EmptyProgress[] = [];
  const wait = vi.fn(async () => {});
  const next = async () => {
    const now = steps.shift();
    if (!now) throw new Error('one step too many');
    if (now instanceof Error) throw now;
    return now;
  };
  const last = await emptyBucket(next, signal, (progress) => shown.push(progress), wait);
  return { last, shown, wait };
}

describe('emptyBucket', () => {
  it('goes on until nothing is left, and counts', async () => {
    const { last, shown } = await run([step(1000), step(1000), step(7, true)]);
    expect(last).toMatchObject({ state: 'done', deleted: 2007 });
    expect(shown.map(({ deleted }) => deleted)).toEqual([0, 1000, 2000, 2007, 2007]);
  });
  it('stops where a step deletes nothing', async () => {
    const failed = [{ key: 'a', why: 'AccessDenied' }];
    const { last } = await run([step(3, false, failed), step(0, false, failed)]);
    expect(last).toEqual({ state: 'stuck', deleted: 3, failed });
  });
  it('waits where there were too many requests', async () => {
    const { last, wait } = await run([
      problem('too_many_requests', 429, '', { retryAfter: 2 }),
      step(1, true),
    ]);
    expect(wait).toHaveBeenCalledWith(2000);
    expect(last.state).toBe('done');
  });
  it('goes on after a step that took too long, but not for ever', async () => {
    const late = () => problem('backend_timeout', 504, 'late');
    const { last } = await run([late(), late(), step(9), late(), step(1, true)]);
    expect(last).toMatchObject({ state: 'done', deleted: 10 });
    expect((await run([late(), late(), late()])).last.state).toBe('failed');
  });
  it('keeps what it did when a step fails', async () => {
    const { last } = await run([step(5), problem('backend_error', 502, 'broken')]);
    expect(last).toMatchObject({ state: 'failed', deleted: 5, problem: { code: 'backend_error' } });
  });
  it('ends at once when it is cancelled while it waits', async () => {
    const cancel = new AbortController();
    const wait = () => {
      cancel.abort();
      return new Promise<void>(() => {});
    };
    const busy = () => Promise.reject(problem('too_many_requests', 429, ''));
    const last = await emptyBucket(busy, cancel.signal, () => {}, wait);
    expect(last.state).toBe('cancelled');
  });
  it('ends when it is cancelled', async () => {
    const cancel = new AbortController();
    cancel.abort();
    expect((await run([], cancel.signal)).last.state).toBe('cancelled');
  });
});
