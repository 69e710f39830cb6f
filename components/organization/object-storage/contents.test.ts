import { expect, it } from 'vitest';
import { contentsOfList, holdsAnything } from './contents';

it('knows of objects alone what the API lists', () => {
  expect(contentsOfList([{}, {}])).toEqual({
    objects: 2,
    versions: null,
    uploads: null,
    more: false,
  });
});

it('counts versions and unfinished uploads as contents', () => {
  const nothing = { objects: 0, versions: 0, uploads: 0, more: false };
  expect(holdsAnything(nothing)).toBe(false);
  expect(holdsAnything({ ...nothing, uploads: 1 })).toBe(true);
  expect(holdsAnything({ ...nothing, versions: 1 })).toBe(true);
  expect(holdsAnything(contentsOfList([]))).toBe(false);
});
