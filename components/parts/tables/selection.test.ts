import { describe, expect, it } from 'vitest';
import { pick } from './selection';

const shown = ['a', 'b', 'c', 'd', 'e'];
const after = (chosen: string, id: string, from: string | null) =>
  [...pick(new Set(chosen), shown, id, from)].sort().join('');

describe('pick', () => {
  it('turns one row about', () => {
    expect(after('', 'b', null)).toBe('b');
    expect(after('ab', 'b', null)).toBe('a');
  });
  it('makes a range what its end becomes, either way round', () => {
    expect(after('b', 'd', 'b')).toBe('bcd');
    expect(after('d', 'b', 'd')).toBe('bcd');
    expect(after('abcde', 'd', 'b')).toBe('ae');
  });
  it('takes one row where the start of the range is gone', () => {
    expect(after('', 'b', 'x')).toBe('b');
  });
});
