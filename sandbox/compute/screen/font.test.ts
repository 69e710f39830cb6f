import { expect, it } from 'vitest';
import { CHARACTERS, glyphOf } from './font';

it('has a glyph of its own for every printable ASCII character', () => {
  const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
  expect([...CHARACTERS].sort()).toEqual(printable.sort());
  expect(new Set(printable.map((char) => glyphOf(char).join())).size).toBe(95);
});

it('leaves a free column and free rows between neighbours', () => {
  for (const char of CHARACTERS) {
    const glyph = glyphOf(char);
    expect(glyph).toHaveLength(16);
    expect([...glyph].every((row) => (row & 1) === 0)).toBe(true);
    expect([glyph[0], glyph[1], glyph[15]]).toEqual([0, 0, 0]);
  }
});

it('shows the base letter for letters with marks, and a box for unknown characters', () => {
  expect(glyphOf('é')).toEqual(glyphOf('e'));
  expect(glyphOf('漢')).toEqual(glyphOf('☃'));
  expect(CHARACTERS.some((char) => glyphOf(char).join() === glyphOf('漢').join())).toBe(false);
});
