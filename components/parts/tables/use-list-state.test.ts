import { describe, expect, it } from 'vitest';
import { readListState, writeListState } from './use-list-state';

const filters = [{ id: 'status', options: [{ value: 'run', label: 'Running' }] }];
const read = (text: string) => readListState(new URLSearchParams(text), filters);
const nothing = { q: '', sort: null, page: 1, filters: {}, cols: '' };

describe('list state', () => {
  it('reads what it writes', () => {
    const state = {
      q: 'a b&c',
      sort: { id: 'name', desc: true },
      page: 3,
      filters: { status: 'run' },
      cols: '-size.month',
    };
    const text = writeListState('?tab=x', state);
    expect(text).toBe('?tab=x&q=a+b%26c&sort=-name&status=run&cols=-size.month&page=3');
    expect(read(text)).toEqual(state);
  });
  it('leaves out defaults', () => {
    expect(writeListState('?q=x&page=2', { ...nothing, filters: { status: '' } })).toBe('');
  });
  it('goes back to the first page after every change except of columns', () => {
    expect(writeListState('?q=web&page=4', { filters: { status: 'run' } })).toBe(
      '?q=web&status=run',
    );
    expect(writeListState('?page=4', { sort: null })).toBe('');
    expect(writeListState('?page=4', { cols: '-size' })).toBe('?page=4&cols=-size');
    expect(writeListState('?status=run', { page: 2 })).toBe('?status=run&page=2');
  });
  it('reads invalid values as the default', () => {
    expect(read('page=-1&sort=-&status=odd')).toEqual(nothing);
    expect(read('page=1e99').page).toBe(1);
  });
});
