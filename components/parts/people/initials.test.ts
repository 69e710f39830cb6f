import { expect, it } from 'vitest';
import { colorOf, initialsOf } from './initials';

it.each([
  ['Sari Contoh', 'SC'],
  ['budi', 'B'],
  ['toko-online_jaya', 'TJ'],
  ['山田 太郎', '山太'],
  ['  ‮ ', ''],
  ['', ''],
  ['PT (Persero) Maju', 'PM'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives a name one colour', () => {
  expect(colorOf('Sari', 5)).toBe(colorOf('Sari', 5));
  expect(colorOf('', 5)).toBe(0);
});
