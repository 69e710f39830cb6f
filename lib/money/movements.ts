/** A page of movements of a balance, D82: its sums, and whether its balances follow from the amounts. Pure. */
import type { Row } from '@/lib/contract/types';
import { isNewestFirst, movementOf } from './month-end';
import { added } from './sum';

/** What came in and what went out, both above zero, in rupiah. */
export function sumsOf(rows: readonly Row<'D82'>[]): { in: number; out: number } {
  const amounts = rows.map((row) => movementOf(row).amount ?? 0);
  return {
    in: added(amounts.filter((amount) => amount > 0)),
    out: added(amounts.filter((amount) => amount < 0).map((amount) => -amount)),
  };
}

/**
 * Whether each balance is the one before it and the amount. A row without a figure can't tell, so it counts as agreeing.
 * @param rows neighbours, so not those of one way alone
 */
export function follows(rows: readonly Row<'D82'>[]): boolean {
  const moves = rows.map(movementOf);
  const ordered = isNewestFirst(moves) ? moves.toReversed() : moves;
  return ordered.every(({ amount, after }, at) => {
    const before = ordered[at - 1]?.after ?? null;
    if (before === null || after === null || amount === null) return true;
    return added([before, amount]) === after;
  });
}
