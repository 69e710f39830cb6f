import { expect, it } from 'vitest';
import { follows, sumsOf } from './movements';

const row = (id: string, type: string, amount: number, balance_after: number | null) => ({
  ...{ id, type, amount, balance_after, description: null },
  created_at: `2026-06-0${id}T00:00:00Z`,
});
const newestFirst = [
  row('3', 'Deduct', 300, 1200.5),
  row('2', 'Add', 500, 1500.5),
  row('1', 'Deduct', 99.5, 1000.5),
];

it('adds up a page by the way of each movement', () => {
  expect(sumsOf(newestFirst)).toEqual({ in: 500, out: 399.5 });
});

it('sees whether the balances follow, in either order', () => {
  expect(follows(newestFirst)).toBe(true);
  expect(follows(newestFirst.toReversed())).toBe(true);
  expect(follows([row('3', 'Deduct', 300, 1300), ...newestFirst.slice(1)])).toBe(false);
  expect(follows([row('3', 'Deduct', 300, null), ...newestFirst.slice(1)])).toBe(true);
  expect(follows([])).toBe(true);
});
