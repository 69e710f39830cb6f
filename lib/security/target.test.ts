import { describe, expect, it } from 'vitest';
import { readTarget } from './target';

describe('readTarget', () => {
  it('keeps readable targets', () => {
    for (const fine of ['/', '/a?b=%FF', '/a%20b/%C3%A9?x#y', '//a', '/api/awanio/%2e%2e/x'])
      expect(readTarget(fine)).toBe(fine);
  });

  it('treats invalid escapes as plain characters', () => {
    expect(readTarget('/vps/%FF/a%20b?c=%FF')).toBe('/vps/%25FF/a%2520b?c=%FF');
    expect(readTarget('/a/%ED%A0%80')).toBe('/a/%25ED%25A0%2580');
    expect(readTarget('/50%')).toBe('/50%25');
  });

  it('accepts only paths', () => {
    for (const bad of ['http://elsewhere.test/api/awanio/x', '*', '', 'elsewhere.test:443'])
      expect(readTarget(bad)).toBeNull();
  });
});
