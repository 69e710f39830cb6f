import { describe, expect, it } from 'vitest';
import { stillSent } from './search-box';

describe('stillSent', () => {
  it('knows what was typed here when it comes back late, or some of it not at all', () => {
    expect(stillSent(['in', 'inst', 'instance'], 'in')).toEqual(['inst', 'instance']);
    expect(stillSent(['in', 'inst', 'instance'], 'instance')).toEqual([]);
  });
  it('knows what came by other means', () => {
    expect(stillSent([], 'web')).toBeNull();
    expect(stillSent(['in'], '')).toBeNull();
  });
});
