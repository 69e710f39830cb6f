import { expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import type { CopyAsked, CopyStep, ObjectDetails } from '@/lib/storage/shapes';
import { copyItems, sameContent, startCopying, type CopyCalls, type Place } from './copy-run';

type Content = { size: number; etag: string };
const details = (of: Content): ObjectDetails => ({
  ...of,
  ...{ modified: null, type: null, storage_class: null, version: null, cache_control: null },
  ...{ content_disposition: null, content_encoding: null, content_language: null },
  ...{ expires: null, metadata: {}, parts: null, checksum: null },
});

/** A store of one bucket. */
function store(objects: Record<string, Content>, change: Partial<CopyCalls> = {}) {
  const kept = new Map(Object.entries(objects));
  const asked: CopyAsked[] = [];
  const calls: CopyCalls = {
    copy: (of) => {
      asked.push(of);
      if (kept.has(of.to.key) && !of.replace)
        return Promise.reject(problem('conflict', 409, 'It exists.'));
      const source = kept.get(of.key) as Content;
      kept.set(of.to.key, source);
      return Promise.resolve({
        done: true,
        copied: source.size,
        size: source.size,
        upload_id: null,
      });
    },
    head: ({ key }: Place) => Promise.resolve(details(kept.get(key) as Content)),
    remove: ({ key }) => {
      kept.delete(key);
      return Promise.resolve({ deleted: 1, done: true, failed: [] });
    },
    end: () => Promise.resolve(),
    ...change,
  };
  return { kept, asked, calls };
}

const objects = [{ key: 'a/1.txt', size: 1, etag: 'e1' }];
const items = () => copyItems(objects, { bucket: 'x', base: 'a/' }, { bucket: 'x', target: 'b/' });
const ended = (run: ReturnType<typeof startCopying>) =>
  vi.waitFor(() => {
    expect(run.progress.current().state).toBe('ended');
    return run.progress.current();
  });

it('moves: deletes the source once its copy is proven', async () => {
  const { kept, calls } = store({ 'a/1.txt': { size: 1, etag: 'e1' } });
  expect(await ended(startCopying(items(), true, calls))).toMatchObject({ done: 1, failed: [] });
  expect([...kept.keys()]).toEqual(['b/1.txt']);
});

it('keeps the source where its copy differs, or where it changed meanwhile', async () => {
  const other = store(
    { 'a/1.txt': { size: 1, etag: 'e1' } },
    {
      head: ({ key }) => Promise.resolve(details({ size: key === 'b/1.txt' ? 0 : 1, etag: 'e1' })),
    },
  );
  const first = await ended(startCopying(items(), true, other.calls));
  expect(first.failed).toMatchObject([{ why: 'CopyDiffers' }]);
  expect(other.kept.has('a/1.txt')).toBe(true);
  const changed = store({ 'a/1.txt': { size: 1, etag: 'e2' } });
  const second = await ended(startCopying(items(), true, changed.calls));
  expect(second.failed).toMatchObject([{ why: 'SourceChanged' }]);
  expect(changed.kept.has('a/1.txt')).toBe(true);
});

it('does not copy again where only the source was left', async () => {
  let refuses = true;
  const { asked, calls } = store({ 'a/1.txt': { size: 1, etag: 'e1' } });
  const { remove } = calls;
  calls.remove = (of) =>
    refuses
      ? Promise.resolve({ deleted: 0, done: false, failed: [{ key: of.key, why: 'AccessDenied' }] })
      : remove(of);
  const run = startCopying(items(), true, calls);
  expect((await ended(run)).failed).toMatchObject([{ why: 'SourceKept' }]);
  refuses = false;
  run.again();
  expect(await ended(run)).toMatchObject({ done: 1, failed: [] });
  expect(asked).toHaveLength(1);
});

it('leaves a target that exists, until the person replaces it or keeps both', async () => {
  const both = { 'a/1.txt': { size: 1, etag: 'e1' }, 'b/1.txt': { size: 9, etag: 'e9' } };
  const kept = store({ ...both, 'b/1 (2).txt': { size: 2, etag: 'e2' } });
  const run = startCopying(items(), false, kept.calls);
  expect((await ended(run)).conflicts).toHaveLength(1);
  expect(kept.kept.get('b/1.txt')?.size).toBe(9);
  run.resolve((item) => ({ ...item, exists: 'keep' }));
  await ended(run);
  expect(kept.kept.get('b/1 (3).txt')?.size).toBe(1);
  expect(kept.kept.get('b/1.txt')?.size).toBe(9);
  const replaced = store(both);
  const other = startCopying(items(), false, replaced.calls);
  await ended(other);
  other.resolve((item) => ({ ...item, exists: 'replace' }));
  await ended(other);
  expect(replaced.kept.get('b/1.txt')?.size).toBe(1);
});

it('says of a copy whose answer was lost that it was asked for before, and of no other', async () => {
  const { kept, asked, calls } = store({ 'a/1.txt': { size: 1, etag: 'e1' } });
  const { copy } = calls;
  let lost = true;
  calls.copy = async (of) => {
    // The storage knows the copy where it is asked again.
    if (of.again) kept.delete(of.to.key);
    const step = await copy(of);
    if (!lost) return step;
    lost = false;
    throw problem('backend_unreachable', 502, 'The connection broke.');
  };
  const run = startCopying(items(), true, calls);
  expect(await ended(run)).toMatchObject({ done: 0, left: 1 });
  run.again();
  expect(await ended(run)).toMatchObject({ done: 1, left: 0, conflicts: [] });
  expect(asked.map(({ again }) => again)).toEqual([undefined, true]);
  expect([...kept.keys()]).toEqual(['b/1.txt']);
});

it('goes on with parts only at the key that they are for, and begins anew what the storage forgot', async () => {
  const asked: Pick<CopyAsked, 'to' | 'upload_id' | 'makes' | 'again'>[] = [];
  const { calls } = store({});
  const step = { copied: 5, size: 10, etag: 's' };
  const answers: (() => CopyStep)[] = [
    () => ({ ...step, done: false, upload_id: 'u1', makes: 'm1' }),
    () => {
      throw problem('not_found', 404, 'Gone.', { storage: 'NoSuchUpload' });
    },
    () => ({ ...step, done: false, upload_id: 'u2' }),
    () => {
      throw problem('conflict', 409, 'It exists.');
    },
    () => ({ ...step, done: true, upload_id: null }),
  ];
  calls.copy = async ({ to, upload_id, makes, again }) => {
    asked.push({ to, ...{ upload_id, makes, again } } as (typeof asked)[number]);
    return await Promise.resolve().then(answers[asked.length - 1]);
  };
  const run = startCopying(items(), false, calls);
  expect((await ended(run)).failed).toMatchObject([{ why: 'NoSuchUpload' }]);
  run.again();
  expect((await ended(run)).conflicts).toHaveLength(1);
  run.resolve((item) => ({ ...item, exists: 'keep' }));
  expect(await ended(run)).toMatchObject({ done: 1, failed: [] });
  expect(asked).toMatchObject([
    { upload_id: undefined, again: undefined },
    { upload_id: 'u1', makes: 'm1' },
    { upload_id: undefined, makes: undefined, again: true },
    { upload_id: 'u2', to: { key: 'b/1.txt' } },
    { upload_id: undefined, to: { key: 'b/1 (2).txt' } },
  ]);
});

it('ends copies in parts that are given up, and no others', async () => {
  const gone: [string, string][] = [];
  const three = copyItems(
    ['a/1', 'a/2', 'a/3'].map((key) => ({ key, size: 9, etag: 'e' })),
    { bucket: 'x', base: 'a/' },
    { bucket: 'x', target: 'b/' },
  );
  const { calls } = store({}, { end: async ({ key }, id) => void gone.push([key, id]) });
  calls.copy = async ({ key, to, upload_id }) => {
    if (key === 'a/3') throw problem('no_access', 403, 'No.', { storage: 'AccessDenied' });
    if (key === 'a/2' && upload_id) throw problem('conflict', 409, `${to.key} exists.`);
    const upload = upload_id === undefined ? `u ${key}` : null;
    return { done: upload === null, copied: 0, size: 9, upload_id: upload };
  };
  const run = startCopying(three, false, calls);
  expect(await ended(run)).toMatchObject({ done: 1, conflicts: [{ from: { key: 'a/2' } }] });
  await run.giveUp();
  await run.giveUp();
  expect(gone).toEqual([['b/2', 'u a/2']]);
});

it('takes a move for done whose delete lost its answer', async () => {
  const { kept, asked, calls } = store({ 'a/1.txt': { size: 1, etag: 'e1' } });
  const { remove, head } = calls;
  calls.head = async (of) => {
    if (!kept.has(of.key)) throw problem('not_found', 404, 'Gone.', { storage: 'NotFound' });
    return head(of);
  };
  calls.remove = async (of) => {
    await remove(of);
    throw problem('backend_unreachable', 502, 'The connection broke.');
  };
  const run = startCopying(items(), true, calls);
  expect(await ended(run)).toMatchObject({ done: 0, left: 1 });
  run.again();
  expect(await ended(run)).toMatchObject({ done: 1, left: 0, failed: [] });
  expect(asked).toHaveLength(1);
});

it('asks for the next parts of a large copy, and goes on with them after a stop', async () => {
  const steps = [
    { done: false, copied: 5, size: 10, upload_id: 'u1' },
    { done: true, copied: 10, size: 10, upload_id: null },
  ];
  const asked: (string | undefined)[] = [];
  const { calls } = store({});
  let stop = () => {};
  calls.copy = ({ upload_id }) => {
    asked.push(upload_id);
    stop();
    return Promise.resolve(steps[asked.length - 1] as (typeof steps)[number]);
  };
  const run = startCopying(items(), false, calls);
  ({ stop } = run);
  expect(await ended(run)).toMatchObject({ done: 0, left: 1 });
  run.again();
  expect((await ended(run)).done).toBe(1);
  expect(asked).toEqual([undefined, 'u1']);
});

it('compares ETags only where both tell the content', () => {
  const of = (etag: string | null, size = 1) => ({ etag, size });
  expect(sameContent(of('a'), of('a'))).toBe(true);
  expect(sameContent(of('a'), of('b'))).toBe(false);
  expect(sameContent(of('a-3'), of('b'))).toBe(true);
  expect(sameContent(of(null), of('b'))).toBe(true);
  expect(sameContent(of('a'), of('a', 2))).toBe(false);
});
