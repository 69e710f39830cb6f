import { describe, expect, it } from 'vitest';
import { viewQuery, withName, withView } from './views';

describe('saved views', () => {
  it('keep a state whatever the order of its parts, not the page', () => {
    expect(viewQuery('?sort=-cost&page=3&q=web')).toBe('?q=web&sort=-cost');
    expect(viewQuery('?page=2')).toBe('');
  });
  it('of one name replace each other', () => {
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
  it('are called otherwise in their place, not as another is called', () => {
    const views = [
      { name: 'a', query: '?q=1' },
      { name: 'b', query: '' },
    ];
    expect(withName(views, 'a', 'c')).toEqual([{ name: 'c', query: '?q=1' }, views[1]]);
    expect(withName(views, 'a', 'a')).toEqual(views);
    expect(withName(views, 'a', 'b')).toBeNull();
  });
});
