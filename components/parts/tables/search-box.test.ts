import { describe, expect, it } from 'vitest';
import { stillSent } from './search-box';

describe('stillSent', () => {
  it('recognizes its own text that comes back late, or only in part', () => {
    expect(stillSent(['in', 'inst', 'instance'], 'in')).toEqual(['inst', 'instance']);
    expect(stillSent(['in', 'inst', 'instance'], 'instance')).toEqual([]);
  });
  it('recognizes a text that was set elsewhere', () => {
    expect(stillSent([], 'web')).toBeNull();
    expect(stillSent(['in'], '')).toBeNull();
  });
});
