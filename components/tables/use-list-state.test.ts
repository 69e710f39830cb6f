import { describe, expect, it } from 'vitest';
import { readListState, writeListState } from './use-list-state';

const read = (text: string) => readListState(new URLSearchParams(text));

describe('list state', () => {
  it('reads what it writes', () => {
    const state = { q: 'a b&c', sort: { id: 'name', desc: true }, page: 3 };
    const text = writeListState('?tab=x', state);
    expect(text).toBe('?tab=x&q=a+b%26c&sort=-name&page=3');
    expect(read(text)).toEqual(state);
  });
  it('leaves defaults out', () => {
    expect(writeListState('?q=x&page=2', { q: '', sort: null, page: 1 })).toBe('');
  });
  it('reads nonsense as the default', () => {
    expect(read('page=-1&sort=-')).toEqual({ q: '', sort: null, page: 1 });
    expect(read('page=1e99').page).toBe(1);
  });
});
