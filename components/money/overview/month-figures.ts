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
  /** The provider doesn't tell `spent`: it is what runs now, since the month began or since it was made. */
  estimated: boolean;
  last: number | null;
  /** An estimate: what was spent, and today's rate until the month ends. */
  forecast: number | null;
}

/** What costs something, and since when. */
interface Made {
  /** Rupiah an hour. */
  perHour: number | null;
  /** ISO 8601. */
  created: string | null;
}

/** Rupiah that machines didn't cost this month, since they were made after it had begun. */
function notYet(machines: readonly Made[], at: number): number {
  const { gone } = hoursOfMonth(at);
  return machines.reduce((sum, { perHour, created }) => {
    const age = created === null ? gone : (at - Date.parse(created)) / 3_600_000;
    return sum + (perHour ?? 0) * Math.max(0, gone - Math.max(0, age));
  }, 0);
}

/**
 * @param told what the provider says of this month so far, and of the last one
 * @param perHour rupiah an hour of everything now
 * @param machines those among it
 * @param at milliseconds since 1970
 */
export function monthFigures(
  told: { spent: number | null; last: number | null },
  perHour: number | null,
  machines: readonly Made[],
  at: number,
): MonthFigures {
  const month = monthOfNow(at);
  const byRate =
    perHour === null ? null : Math.max(0, perHour * hoursOfMonth(at).gone - notYet(machines, at));
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
