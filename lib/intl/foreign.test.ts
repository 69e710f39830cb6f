import { describe, expect, it } from 'vitest';
import { isolated, isTurning, withMarksBetween } from './foreign';

describe('isolated', () => {
  it('leaves plain names as they are', () => {
    for (const name of ['web-1', 'Toko Budi', 'kafé', '例え', '👩‍💻'])
      expect(isolated(name)).toBe(name);
  });
  it('isolates names from right to left, and shows hidden characters', () => {
    expect(isolated('خادم')).toBe('\u2068خادم\u2069');
    expect(isolated('web\u202Egpj.exe')).toBe('\u2068web⟨U+202E⟩gpj.exe\u2069');
    expect(isTurning('שרת')).toBe(true);
  });
  it('keeps the isolating characters around a name', () => {
    expect(withMarksBetween(`Delete ${isolated('خادم')}?`)).toBe('Delete \u2068خادم\u2069?');
    expect(withMarksBetween('a\u202Eb')).toBe('a⟨U+202E⟩b');
  });
});
