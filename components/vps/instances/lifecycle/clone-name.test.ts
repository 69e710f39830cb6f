import { expect, it } from 'vitest';
import { cloneName } from './clone-name';

it('adds “-copy” to the first label and keeps it within 63 characters', () => {
  expect(cloneName('web-1')).toBe('web-1-copy');
  expect(cloneName('web.toko.example')).toBe('web-copy.toko.example');
  expect(cloneName('a'.repeat(63))).toBe(`${'a'.repeat(58)}-copy`);
});
