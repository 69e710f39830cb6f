import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { startBulkRun, type BulkRun } from './bulk-run';

/** Work that ends when the test says so. */
function controlledWork() {
  const begun: string[] = [];
  const ends = new Map<string, { done: () => void; fail: (error: unknown) => void }>();
  const work = (id: string) => {
    begun.push(id);
    return new Promise<void>((resolve, reject) => ends.set(id, { done: resolve, fail: reject }));
  };
  const settle = async (id: string, error?: unknown) => {
    const end = ends.get(id);
    if (error) end?.fail(error);
    else end?.done();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, settle };
}

const states = (run: BulkRun) =>
  Object.fromEntries(run.snapshot().items.map(({ id, state }) => [id, state]));
const conflict = problem('conflict', 409, 'not now');

describe('startBulkRun', () => {
  it('starts a few rows in order, and the next one when one ends', async () => {
    const { begun, work, settle } = controlledWork();
    const run = startBulkRun({ ids: ['a', 'b', 'c', 'd', 'e'], work, limit: 3 });
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(states(run)).toEqual({
      a: 'working',
      b: 'working',
      c: 'working',
      d: 'waiting',
      e: 'waiting',
    });
    await settle('b');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    for (const id of ['a', 'c', 'd']) await settle(id);
    expect(run.snapshot().settled).toBe(false);
    await settle('e');
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set(Object.values(states(run)))).toEqual(new Set(['done']));
    expect(run.snapshot().settled).toBe(true);
  });

  it('continues after a failure, keeps its reason, and retries only the failed rows', async () => {
    const { begun, work, settle } = controlledWork();
    const run = startBulkRun({ ids: ['a', 'b', 'c'], work, limit: 1 });
    await settle('a', conflict);
    await settle('b');
    await settle('c', new TypeError('a fault of ours'));
    expect(states(run)).toEqual({ a: 'failed', b: 'done', c: 'failed' });
    expect(run.snapshot().items.map((item) => item.problem?.code)).toEqual([
      'conflict',
      undefined,
      'internal',
    ]);
    run.retry();
    expect(run.snapshot().settled).toBe(false);
    await settle('a');
    await settle('c');
    expect(begun).toEqual(['a', 'b', 'c', 'a', 'c']);
    expect(states(run)).toEqual({ a: 'done', b: 'done', c: 'done' });
  });

  it('starts no row after stop, finishes the running ones, and can continue', async () => {
    const { begun, work, settle } = controlledWork();
    const run = startBulkRun({ ids: ['a', 'b', 'c'], work, limit: 1 });
    run.stop();
    expect(states(run)).toEqual({ a: 'working', b: 'stopped', c: 'stopped' });
    expect(run.snapshot().settled).toBe(false);
    await settle('a');
    expect(begun).toEqual(['a']);
    expect(run.snapshot().settled).toBe(true);
    run.retry();
    await settle('b');
    await settle('c');
    expect(states(run)).toEqual({ a: 'done', b: 'done', c: 'done' });
  });

  it('starts no row for as long as a 429 says, then repeats that row', async () => {
    let time = 1_000;
    const wakes: (() => void)[] = [];
    const sleep = vi.fn((milliseconds: number) => {
      const until = time + milliseconds;
      return new Promise<void>((resolve) =>
        wakes.push(() => {
          time = Math.max(time, until);
          resolve();
        }),
      );
    });
    const { begun, work, settle } = controlledWork();
    const run = startBulkRun({ ids: ['a', 'b'], work, limit: 1, sleep, now: () => time });
    await settle('a', problem('too_many_requests', 429, 'slow down', { retryAfter: 7 }));
    expect(sleep).toHaveBeenCalledWith(7_000);
    expect(states(run)).toEqual({ a: 'waiting', b: 'waiting' });
    expect(run.snapshot().pausedUntil).toBe(8_000);
    expect(begun).toEqual(['a']);
    wakes.shift()?.();
    await settle('nothing');
    expect(begun).toEqual(['a', 'a']);
    expect(run.snapshot().pausedUntil).toBeNull();
    await settle('a');
    await settle('b');
    expect(run.snapshot().settled).toBe(true);
  });

  it('stops a row that gets a 429 after stop, and fails a row that gets too many', async () => {
    const slow = problem('too_many_requests', 429, 'slow down', { retryAfter: 1 });
    const hand = controlledWork();
    const halted = startBulkRun({ ids: ['a'], work: hand.work });
    halted.stop();
    await hand.settle('a', slow);
    expect(states(halted)).toEqual({ a: 'stopped' });

    let time = 0;
    const sleep = async (milliseconds: number) => void (time += milliseconds);
    const work = vi.fn().mockRejectedValue(slow);
    const run = startBulkRun({ ids: ['a'], work, sleep, now: () => time });
    await vi.waitFor(() => expect(run.snapshot().settled).toBe(true));
    expect(work).toHaveBeenCalledTimes(6);
    expect(run.snapshot().items[0]?.problem?.code).toBe('too_many_requests');
  });

  it('calls its listeners until they unsubscribe', async () => {
    const { work, settle } = controlledWork();
    const run = startBulkRun({ ids: ['a'], work });
    const listener = vi.fn();
    const leave = run.subscribe(listener);
    await settle('a');
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    run.stop();
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
