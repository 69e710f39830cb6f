import { describe, expect, it } from 'vitest';
import { placeOf } from './place';

describe('the place of an object', () => {
  it.each([
    ['про', [], 'про'],
    ['folder', [], 'folder'],
    ['folder/', [], 'folder/'],
    ['/hello.html', ['/'], 'hello.html'],
    ['exa//mple', ['exa/', 'exa//'], 'mple'],
    ['exa//', ['exa/'], '/'],
    ['/', [], '/'],
  ])('of %j', (key, folders, name) => {
    const place = placeOf(key);
    expect(place.folders.map(({ prefix }) => prefix)).toEqual(folders);
    expect(place.name).toBe(name);
  });
});
