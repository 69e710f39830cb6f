/** A month's end: which instants belong to it, and the movements of a balance that must agree. Pure; browser-safe. */
import type { Row } from '@/lib/contract/types';
import { monthOfInstant, monthsLater } from './months';
import { added } from './sum';

/** A day, `2026-06-01`, so many days later. */
function daysLater(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The days that D82 is asked for: the month, and one more at each end. Nobody says in which zone the backend reads its
 * days, so what belongs to the month is decided here; and the day before mostly tells the opening balance.
 */
export function daysAround(month: string): { start: string; end: string } {
  const first = `${month}-01`;
  return { start: daysLater(first, -1), end: `${monthsLater(month, 1)}-01` };
}

/** The day before those that {@link daysAround} gives. The newest movement up to it tells the opening balance. */
export const dayBefore = (month: string): string => daysLater(daysAround(month).start, -1);

/** A movement of a balance. */
export interface Movement {
  id: string;
  at: string | null;
  description: string | null;
  /** Rupiah; what went out is below zero. Null if it isn't known. */
  amount: number | null;
  /** The balance after it. */
  after: number | null;
}

/** The movement of a row of D82, whose `type` says the way: its amounts may have a sign or none. */
export function movementOf({
  id,
  type,
  amount,
  description,
  balance_after: after,
  created_at: at,
}: Row<'D82'>): Movement {
  const way = type?.trim().toUpperCase()[0];
  const size = amount === null ? null : Math.abs(amount);
  const signed = size === null ? null : way === 'D' ? -size || 0 : way === 'A' ? size : amount;
  return { id: String(id), at, description, amount: signed, after };
}

/** Whether the backend gave the newest first, as it does where nothing tells. */
export function isNewestFirst(rows: readonly Pick<Movement, 'at'>[]): boolean {
  const times = rows.map(({ at }) => Date.parse(at ?? '')).filter(Number.isFinite);
  return (times[0] ?? 0) >= (times.at(-1) ?? 0);
}

/** The movements in the order of time, each once. Those of one minute stay in the backend's order. */
function inOrder(rows: readonly Movement[]): Movement[] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const oldestFirst = isNewestFirst(once) ? once.reverse() : once;
  return oldestFirst
    .filter(({ at }) => Number.isFinite(Date.parse(at ?? '')))
    .sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
}

/** The month of a balance. What isn't known is null. */
export interface Statement {
  opening: number | null;
  in: number;
  /** Above zero. */
  out: number;
  closing: number | null;
  /** Closing less what opening and movements make: 0 where they agree, null where it can't be told. */
  difference: number | null;
  /** The month's movements, the oldest first. */
  movements: Movement[];
  /** Movements without a date or an amount. */
  unclear: number;
}

/** The balance before the month: that after the last movement before it, or else what the first one tells. */
function openingOf(earlier: readonly Movement[], first: Movement | undefined): number | null {
  const before = earlier.at(-1);
  if (before) return before.after;
  if (!first || first.after === null || first.amount === null) return null;
  return added([first.after, -first.amount]);
}

/**
 * Makes the statement of a month.
 * @param rows movements as the backend gave them; those of other months are left out, but tell the opening balance
 */
export function statementOf(rows: readonly Movement[], month: string): Statement {
  const ordered = inOrder(rows);
  const of = ({ at }: Movement) => monthOfInstant(at) ?? '';
  const earlier = ordered.filter((row) => of(row) < month);
  const movements = ordered.filter((row) => of(row) === month);
  const amounts = movements.map(({ amount }) => amount ?? 0);
  const into = added(amounts.filter((amount) => amount > 0));
  const out = added(amounts.filter((amount) => amount < 0).map((amount) => -amount));
  const opening = openingOf(earlier, movements[0]);
  const last = movements.at(-1);
  const closing = last ? last.after : opening;
  const agrees = opening !== null && closing !== null;
  return {
    opening,
    in: into,
    out,
    closing,
    difference: agrees ? added([closing, -opening, -into, out]) : null,
    movements,
    unclear:
      rows.filter(({ at }) => !Number.isFinite(Date.parse(at ?? ''))).length +
      movements.filter(({ amount }) => amount === null).length,
  };
}
