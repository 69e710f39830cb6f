import { expect, it } from 'vitest';
import { cloneName } from './clone-name';

it('names a copy after its machine, in the first label, within 63 characters', () => {
  expect(cloneName('web-1')).toBe('web-1-copy');
  expect(cloneName('web.toko.example')).toBe('web-copy.toko.example');
  expect(cloneName('a'.repeat(63))).toBe(`${'a'.repeat(58)}-copy`);
});
