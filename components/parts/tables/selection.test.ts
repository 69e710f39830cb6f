import { describe, expect, it } from 'vitest';
import { pick } from './selection';

const shown = ['a', 'b', 'c', 'd', 'e'];
const after = (chosen: string, id: string, from: string | null) =>
  [...pick(new Set(chosen), shown, id, from)].sort().join('');

describe('pick', () => {
  it('toggles one row', () => {
    expect(after('', 'b', null)).toBe('b');
    expect(after('ab', 'b', null)).toBe('a');
  });
  it('sets a range, in both directions, to the new state of the clicked row', () => {
    expect(after('b', 'd', 'b')).toBe('bcd');
    expect(after('d', 'b', 'd')).toBe('bcd');
    expect(after('abcde', 'd', 'b')).toBe('ae');
  });
  it('toggles one row if the start of the range is gone', () => {
    expect(after('', 'b', 'x')).toBe('b');
  });
});
