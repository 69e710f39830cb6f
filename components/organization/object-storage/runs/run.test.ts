import { expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { startRun, type Outcome, type Run } from './run';

const ended = (run: Run<string>) =>
  vi.waitFor(() => {
    const now = run.progress.current();
    expect(now.state).toBe('ended');
    return now;
  });
const one = () => 1;
const wait = () => Promise.resolve();

it('does all items in calls of at most so many, and keeps items of another kind apart', async () => {
  const calls: string[][] = [];
  const run = startRun({
    items: ['a', 'b', 'c', 'folder', 'd'],
    batch: (item) => (item === 'folder' ? 1 : 2),
    limit: 1,
    work: (items) => {
      calls.push([...items]);
      return Promise.resolve({ done: items.length });
    },
  });
  expect((await ended(run)).done).toBe(5);
  expect(calls).toEqual([['a', 'b'], ['c'], ['folder'], ['d']]);
});

it('lists what failed with its reason, and tries only that again', async () => {
  let works = false;
  const asked: string[] = [];
  const run = startRun({
    items: ['a', 'b', 'c'],
    batch: one,
    limit: 2,
    work: ([item]): Promise<Outcome<string>> => {
      asked.push(item as string);
      if (item === 'b' && !works)
        return Promise.reject(problem('no_access', 403, 'x', { storage: 'AccessDenied' }));
      return Promise.resolve({ done: 1 });
    },
  });
  const first = await ended(run);
  expect(first).toMatchObject({ done: 2, failed: [{ item: 'b', why: 'AccessDenied' }], left: 0 });
  works = true;
  run.again();
  expect(await ended(run)).toMatchObject({ done: 3, failed: [] });
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

it('ends with what every call would meet, and goes on with all that is left', async () => {
  let offline = true;
  const run = startRun({
    items: ['a', 'b', 'c'],
    batch: one,
    limit: 1,
    work: ([item]) =>
      item === 'b' && offline
        ? Promise.reject(problem('offline', 0, 'no network'))
        : Promise.resolve({ done: 1 }),
  });
  const first = await ended(run);
  expect(first).toMatchObject({ done: 1, left: 2, failed: [], problem: { code: 'offline' } });
  offline = false;
  run.again();
  expect(await ended(run)).toMatchObject({ done: 3, left: 0, problem: null });
});

it('waits where there are too many requests, and makes the call again', async () => {
  const waits: number[] = [];
  let refused = 2;
  const run = startRun({
    items: ['a'],
    batch: one,
    limit: 1,
    work: () =>
      refused-- > 0
        ? Promise.reject(problem('too_many_requests', 429, 'later', { retryAfter: 3 }))
        : Promise.resolve({ done: 1 }),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  expect((await ended(run)).done).toBe(1);
  expect(waits).toEqual([3000, 3000]);
});

it('stops after the calls under way, and keeps what is unfinished', async () => {
  const run: Run<string> = startRun({
    items: ['a', 'b'],
    batch: one,
    limit: 1,
    work: (items, { stopping }) => {
      run.stop();
      return Promise.resolve(stopping() ? { done: 0, left: items } : { done: 1 });
    },
    wait,
  });
  expect(await ended(run)).toMatchObject({ done: 0, left: 2 });
});

it('keeps conflicts until they are resolved', async () => {
  const work = ([item]: readonly string[]): Promise<Outcome<string>> =>
    Promise.resolve(item === 'b' ? { done: 0, conflicts: ['b'] } : { done: 1 });
  const run = startRun({ items: ['a', 'b'], batch: one, limit: 2, work });
  expect((await ended(run)).conflicts).toEqual(['b']);
  run.resolve((item) => `${item} (2)`);
  expect(await ended(run)).toMatchObject({ done: 2, conflicts: [] });
  const other = startRun({ items: ['b'], batch: one, limit: 1, work });
  await ended(other);
  other.resolve(null);
  expect(other.progress.current()).toMatchObject({ done: 0, conflicts: [], state: 'ended' });
});
