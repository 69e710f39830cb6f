import { describe, expect, it } from 'vitest';
import { entryId, folderOf, listFolder, stepsTo } from './folders';

const keys = (...all: string[]) => all.map((key) => ({ key }));
const names = (items: { key: string }[], folder = '', start = '') =>
  listFolder(items, folder, start).map(({ kind, name }) => `${kind} ${name}`);

describe('listFolder', () => {
  it('shows each folder once, before the objects', () => {
    const items = keys('a.txt', 'photos/1.jpg', 'photos/2.jpg', 'photos/2024/3.jpg', 'z/1');
    expect(names(items)).toEqual(['folder photos/', 'folder z/', 'object a.txt']);
    expect(names(items, 'photos/')).toEqual(['folder 2024/', 'object 1.jpg', 'object 2.jpg']);
    expect(names(items, 'photos/2024/')).toEqual(['object 3.jpg']);
    expect(names(items, 'none/')).toEqual([]);
  });
  it('keeps what begins with the searched text, in folders and objects alike', () => {
    const items = keys('p/img1', 'p/img2/x', 'p/other', 'img3');
    expect(names(items, 'p/', 'img')).toEqual(['folder img2/', 'object img1']);
    expect(names(items, '', 'p/im')).toEqual(['folder p/img2/', 'object p/img1']);
  });
  it('keeps odd names as they are', () => {
    const items = keys('/lead', 'a//b', 'a/../b', 'a/%2F', 'a/ x ', 'a/"q"', 'dot.', 'a/');
    expect(names(items)).toEqual(['folder /', 'folder a/', 'object dot.']);
    expect(names(items, 'a/')).toEqual([
      'folder /',
      'folder ../',
      'object %2F',
      'object  x ',
      'object "q"',
      'object a/', // stands for the folder itself
    ]);
    expect(names(items, 'a//')).toEqual(['object b']);
    expect(names(items, '/')).toEqual(['object lead']);
  });
  it('gives a folder and an object of one name two ids', () => {
    expect(new Set(listFolder(keys('a/', 'a/b'), 'a/').map(entryId)).size).toBe(2);
  });
  it('lists 5,000 objects of one folder as one line', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ key: `photos/${index}` }));
    expect(names(many)).toEqual(['folder photos/']);
  });
});

describe('stepsTo', () => {
  it('leads from the top to the folder', () => {
    expect(stepsTo('a//b/')).toEqual([
      { name: 'a/', prefix: 'a/' },
      { name: '/', prefix: 'a//' },
      { name: 'b/', prefix: 'a//b/' },
    ]);
    expect(stepsTo('')).toEqual([]);
  });
});

describe('folderOf', () => {
  it('reads up to the last slash', () => {
    expect(folderOf('a/b')).toBe('a/');
    expect(folderOf('a/b/')).toBe('a/b/');
    expect(folderOf('/')).toBe('/');
    expect(folderOf('b')).toBe('');
    expect(folderOf(null)).toBe('');
  });
});
