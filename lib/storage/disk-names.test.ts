import { describe, expect, it } from 'vitest';
import { DiskNames } from './disk-names';

/** The names that these keys get, in their order. */
const namesOf = (...keys: string[]) => {
  const names = new DiskNames();
  return keys.map((key) => names.nameOf(key, key.endsWith('/')).name);
};

describe('DiskNames', () => {
  it.each([
    ['a/b c/про.txt', 'a/b c/про.txt'],
    ['/etc/passwd', '_/etc/passwd'],
    ['../../x', '__/__/x'],
    ['./a', '_/a'],
    ['exa//mple', 'exa/_/mple'],
    ['a\\..\\b', 'a_.._b'],
    ['c:', 'c_'],
    ['a<b>c:d"e|f?g*h', 'a_b_c_d_e_f_g_h'],
    ['a\u0000b\nc\u007f', 'a_b_c_'],
    ['exe.\u202efdp', 'exe._fdp'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['com1/nul.tar.gz', '_com1/_nul.tar.gz'],
    ['console', 'console'],
    ['a. .', 'a___'],
    ['folder/', 'folder/'],
    ['.profile', '.profile'],
  ])('%j becomes %j', (key, name) => {
    const given = new DiskNames().nameOf(key, key.endsWith('/'));
    expect(given).toEqual({ name, renamed: name !== key });
    for (const part of given.name.split('/')) expect(part).not.toMatch(/^\.{1,2}$/);
  });

  it('cuts long names and keeps their extension', () => {
    const [long = '', wide = ''] = namesOf(`${'a'.repeat(300)}.tar`, `${'☕'.repeat(100)}.txt`);
    expect(long).toBe(`${'a'.repeat(251)}.tar`);
    expect(wide).toBe(`${'☕'.repeat(83)}.txt`);
  });

  it('tells names apart that are one on some disk', () => {
    expect(namesOf('a.txt', 'A.txt', 'a?.txt', 'a*.txt')).toEqual([
      'a.txt',
      'A (2).txt',
      'a_.txt',
      'a_ (2).txt',
    ]);
    expect(namesOf('\u00e9', 'e\u0301')).toEqual(['\u00e9', 'e\u0301 (2)']);
    expect(namesOf('x', 'x (2)', 'X')).toEqual(['x', 'x (2)', 'X (3)']);
    expect(namesOf('Photos/1', 'photos/1', 'Photos/2')).toEqual([
      'Photos/1',
      'photos (2)/1',
      'Photos/2',
    ]);
    const long = 'b'.repeat(255);
    const [, second = ''] = namesOf(long, long.toUpperCase());
    expect(second).toBe(`${'B'.repeat(251)} (2)`);
  });

  it('tells a file from a folder of the same name', () => {
    expect(namesOf('folder', 'folder/x', 'folder/')).toEqual([
      'folder',
      'folder (2)/x',
      'folder (2)/',
    ]);
    // An object that ends in a slash and has content is a file in its folder.
    expect(new DiskNames().nameOf('folder/', false).name).toBe('folder/_');
  });

  it('stays quick with many equal names', () => {
    const names = new DiskNames();
    const found = new Set<string>();
    for (let count = 0; count < 5000; count += 1)
      found.add(
        names.nameOf(`${'?*<>|:"\\'[count % 8]}`.repeat(1 + ((count >> 3) % 3)), false).name,
      );
    expect(found.size).toBe(5000);
  });
});
