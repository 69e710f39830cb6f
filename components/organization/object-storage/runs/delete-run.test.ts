import { expect, it, vi } from 'vitest';
import type { ObjectRow } from '../object-columns';
import { startDeleting } from './delete-run';

const object = (key: string): ObjectRow => ({
  ...{ kind: 'object', key, name: key },
  item: { key, size: 1, modified: null, type: null, storageClass: null, etag: null },
});
const folder = (prefix: string): ObjectRow => ({ kind: 'folder', prefix, name: prefix });

const ended = (run: ReturnType<typeof startDeleting>) =>
  vi.waitFor(() => {
    expect(run.progress.current().state).toBe('ended');
    return run.progress.current();
  });

it('deletes objects by the thousand, each by its exact key', async () => {
  const keys = Array.from({ length: 1001 }, (_, at) => `a//${at} `);
  const calls: string[][] = [];
  const run = startDeleting(keys.map(object), {
    objects: (some) => {
      calls.push(some);
      return Promise.resolve({ deleted: some.length, done: true, failed: [] });
    },
    folder: () => Promise.reject(new Error('not asked')),
  });
  expect((await ended(run)).done).toBe(1001);
  expect(calls.map((some) => some.length)).toEqual([1000, 1]);
  expect(calls.flat()).toEqual(keys);
});

it('deletes a folder step by step, and lists what stays in it', async () => {
  const steps = [
    { deleted: 999, done: false, failed: [{ key: 'a/1', why: 'AccessDenied' }] },
    { deleted: 0, done: false, failed: [{ key: 'a/1', why: 'AccessDenied' }] },
  ];
  const asked: string[][] = [];
  const run = startDeleting([folder('a/')], {
    objects: (keys) => {
      asked.push(keys);
      return Promise.resolve({ deleted: 1, done: true, failed: [] });
    },
    folder: () => Promise.resolve(steps.shift() as (typeof steps)[number]),
  });
  expect(await ended(run)).toMatchObject({
    done: 999,
    failed: [{ item: { kind: 'object', name: 'a/1' }, why: 'AccessDenied' }],
    left: 0,
  });
  run.again();
  expect(await ended(run)).toMatchObject({ done: 1000, failed: [] });
  expect(asked).toEqual([['a/1']]);
});

it('says that a folder is not finished where a whole step failed', async () => {
  const failed = Array.from({ length: 1000 }, (_, at) => ({ key: `a/${at}`, why: 'AccessDenied' }));
  const run = startDeleting([folder('a/')], {
    objects: () => Promise.reject(new Error('not asked')),
    folder: () => Promise.resolve({ deleted: 0, done: false, failed }),
  });
  expect(await ended(run)).toMatchObject({ done: 0, left: 1 });
});
