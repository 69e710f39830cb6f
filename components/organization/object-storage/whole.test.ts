import { expect, it } from 'vitest';
import type { Listing } from '@/lib/storage/listing';
import type { ObjectRow } from './object-columns';
import { readWhole, sortInPieces, sortRows } from './whole';

const pause = () => Promise.resolve();
const names = (rows: readonly ObjectRow[]) => rows.map(({ name }) => name);
const object = (key: string, size = 1, modified: string | null = null) => ({
  ...{ key, size, modified, storage_class: null, etag: null },
});
const pages: Record<string, Listing> = {
  '': { prefixes: ['a/x/'], objects: [object('a/1', 5, '2026-02-01')], next: 'two' },
  two: {
    prefixes: ['a/y/'],
    objects: [object('a/2', 9), object('a/3', 5, '2026-01-01')],
    next: null,
  },
};
const read = (token: string) => Promise.resolve(pages[token] as Listing);
const whole = (most?: number) =>
  readWhole('a/', read, new AbortController().signal, () => {}, most);

it('reads all pages, folders first, and says what the limit leaves out', async () => {
  const all = await whole();
  expect(names(all.rows)).toEqual(['x/', 'y/', '1', '2', '3']);
  expect(all.more).toBe(false);
  expect((await whole(2)).more).toBe(true);
});

it('ends when it is cancelled', async () => {
  const control = new AbortController();
  const reading = readWhole('a/', read, control.signal, () => control.abort());
  await expect(reading).rejects.toThrow();
});

it('sorts by size, time and name', async () => {
  const { rows } = await whole();
  const by = async (by: 'name' | 'size' | 'modified', desc: boolean) =>
    names(await sortRows(rows, { by, desc }, pause));
  expect(await by('size', false)).toEqual(['x/', 'y/', '1', '3', '2']);
  expect(await by('size', true)).toEqual(['x/', 'y/', '2', '1', '3']);
  expect(await by('modified', false)).toEqual(['x/', 'y/', '3', '1', '2']);
  expect(await by('modified', true)).toEqual(['x/', 'y/', '1', '3', '2']);
  expect(await by('name', true)).toEqual(['y/', 'x/', '3', '2', '1']);
});

it('sorts many in pieces as at once, and pauses in between', async () => {
  const items = Array.from({ length: 20_001 }, (_, at) => ({ at, value: (at * 7919) % 1000 }));
  const compare = (a: { value: number }, b: { value: number }) => a.value - b.value;
  let pauses = 0;
  const sorted = await sortInPieces(items, compare, () => {
    pauses += 1;
    return Promise.resolve();
  });
  expect(sorted).toEqual(items.toSorted(compare));
  expect(pauses).toBeGreaterThan(5);
});
