/**
 * Reads what a plan costs by the rule QA30 of contract/api.md: the unit price first, then the hourly and
 * monthly one.
 */
import type { Row } from '@/lib/contract/types';
import { monthHours } from '@/lib/pricing';

/** A price an hour and a month. */
export interface Priced {
  /** Rupiah; null if the plan has no usable price. */
  perHour: number | null;
  perMonth: number | null;
}

type PlanPrices = Pick<
  Row<'A34'>,
  'pricing_unit' | 'price_per_unit' | 'price_per_hour' | 'price_per_month'
>;

const usable = (amount: number | null) => (amount !== null && amount > 0 ? amount : null);

/** The price of a plan in rupiah. 0 counts as missing, since some plans have 0 in one of their fields. */
export function priceOf(plan: PlanPrices | null): Priced {
  if (!plan) return { perHour: null, perMonth: null };
  const unit = (plan.pricing_unit ?? '').toLowerCase();
  const each = usable(plan.price_per_unit);
  if (each !== null && /^hour/.test(unit)) return { perHour: each, perMonth: each * monthHours };
  const month =
    each !== null && /^month/.test(unit)
      ? each
      : (usable(plan.price_per_month) ?? times(usable(plan.price_per_hour)));
  const hour = usable(plan.price_per_hour) ?? (month === null ? null : month / monthHours);
  return { perHour: hour, perMonth: month };
}

const times = (hour: number | null) => (hour === null ? null : hour * monthHours);

/** Adds the known amounts; null if none is known. */
export function sum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}

/**
 * Rupiah that a thing has cost since it was created, estimated: its age times its price of today.
 * @param created ISO 8601 @param now milliseconds since 1970
 * @returns null if price or age isn't known
 */
export function costToDate(
  perHour: number | null,
  created: string | null,
  now: number,
): number | null {
  const since = Date.parse(created ?? '');
  if (perHour === null || Number.isNaN(since)) return null;
  return (perHour * Math.max(0, now - since)) / 3_600_000;
}
