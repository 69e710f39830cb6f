import { describe, expect, it } from 'vitest';
import { viewQuery, withName, withView } from './views';

describe('saved views', () => {
  it('are equal for any order of the parameters, and ignore the page', () => {
    expect(viewQuery('?sort=-cost&page=3&q=web')).toBe('?q=web&sort=-cost');
    expect(viewQuery('?page=2')).toBe('');
  });
  it('replace a view of the same name', () => {
    const views = [
      { name: 'a', query: '?q=1' },
      { name: 'b', query: '' },
    ];
    expect(withView(views, { name: 'a', query: '?q=2' })).toEqual([
      { name: 'a', query: '?q=2' },
      { name: 'b', query: '' },
    ]);
    expect(withView(views, { name: 'c', query: '' })).toHaveLength(3);
  });
  it('keep their place when renamed, and refuse the name of another view', () => {
    const views = [
      { name: 'a', query: '?q=1' },
      { name: 'b', query: '' },
    ];
    expect(withName(views, 'a', 'c')).toEqual([{ name: 'c', query: '?q=1' }, views[1]]);
    expect(withName(views, 'a', 'a')).toEqual(views);
    expect(withName(views, 'a', 'b')).toBeNull();
  });
});
