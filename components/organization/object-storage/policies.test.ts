import { expect, it } from 'vitest';
import { policiesIn } from './policies';

it('keeps only what this version writes', () => {
  const set = { policy: 'public', at: '2026-11-28T21:00:00Z' };
  expect(policiesIn({ a: set, b: { policy: 'open', at: '' }, c: null })).toEqual({ a: set });
  expect(policiesIn('old')).toEqual({});
  expect(policiesIn(null)).toEqual({});
});
