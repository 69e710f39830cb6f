import { expect, it } from 'vitest';
import { pageSearch, sortOf } from './use-folder';

it('names a page by its number and token, and the first one by neither', () => {
  expect(pageSearch('?prefix=a%2F&q=x', 2, 't+/=')).toBe(
    '?prefix=a%2F&q=x&page=2&token=t%2B%2F%3D',
  );
  expect(pageSearch('?prefix=a%2F&page=2&token=t', 1, '')).toBe('?prefix=a%2F');
  expect(pageSearch('?page=3&token=t', 2, 'u')).toBe('?page=2&token=u');
  expect(pageSearch('?page=2', 1, '')).toBe('');
});

it('reads how a folder is sorted', () => {
  expect(sortOf('-size')).toEqual({ by: 'size', desc: true });
  expect(sortOf('modified')).toEqual({ by: 'modified', desc: false });
  expect(sortOf('-name')).toEqual({ by: 'name', desc: true });
  expect(['name', 'etag', '-', '', null].map(sortOf)).toEqual([null, null, null, null, null]);
});
