/** What this month and the last one cost, and what this one will have cost at its end. Pure. */
import { monthOfNow, monthsLater } from '@/lib/money/months';
import { forecast, hoursOfMonth } from '@/lib/pricing';

/** The figures of two months of Jakarta, in rupiah. Null where nothing tells them. */
export interface MonthFigures {
  /** `2026-06`. */
  month: string;
  lastMonth: string;
  /** What this month has cost so far. */
  spent: number | null;
  /** The provider doesn't tell `spent`: it is today's rate for the hours since the month began. */
  estimated: boolean;
  last: number | null;
  /** An estimate: what was spent, and today's rate until the month ends. */
  forecast: number | null;
}

/**
 * @param told what the provider says of this month so far, and of the last one
 * @param perHour rupiah an hour now
 * @param at milliseconds since 1970
 */
export function monthFigures(
  told: { spent: number | null; last: number | null },
  perHour: number | null,
  at: number,
): MonthFigures {
  const month = monthOfNow(at);
  const byRate = perHour === null ? null : perHour * hoursOfMonth(at).gone;
  const spent = told.spent ?? byRate;
  return {
    month,
    lastMonth: monthsLater(month, -1),
    spent,
    estimated: told.spent === null && spent !== null,
    last: told.last,
    forecast: forecast(spent, perHour, at),
  };
}
