import { expect, it } from 'vitest';
import { besideName, folderAround, nameTrouble, typedFolder } from './names';

it.each([
  ['a/photo.jpg', 'a/photo (2).jpg'],
  ['a.b/readme', 'a.b/readme (2)'],
  ['.env', '.env (2)'],
  ['a/b.c/', 'a/b.c (2)/'],
  ['x.tar.gz', 'x.tar (2).gz'],
])('keeps the ending of %s', (key, beside) => {
  expect(besideName(key, 2)).toBe(beside);
});

it('checks a name', () => {
  expect(nameTrouble('', '', false)).toBe('empty');
  expect(nameTrouble('', '//', true)).toBe('empty');
  expect(nameTrouble('', 'a/b', false)).toBe('slash');
  expect(nameTrouble('', 'a/b', true)).toBeNull();
  expect(nameTrouble('', '\ud800', true)).toBe('broken');
  expect(nameTrouble('é'.repeat(500), 'a'.repeat(24), false)).toBe('tooLong');
  expect(nameTrouble('a/', ' =%?_', false)).toBeNull();
});

it('tells the folder that is typed, and the one around a name', () => {
  expect([typedFolder(''), typedFolder('a'), typedFolder('a//')]).toEqual(['', 'a/', 'a//']);
  expect(['a/b/c.txt', 'a/b/c/', '/x', 'x', 'a//'].map(folderAround)).toEqual([
    'a/b/',
    'a/b/',
    '/',
    '',
    'a/',
  ]);
});
