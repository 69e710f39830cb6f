/** A public address of a DewaVPS account: its cost and the input of its list. Its name and path: `lib/resources/vps`. */
import type { Input, Row } from '@/lib/contract/types';
import { pricePerMonth, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { monthHours } from '@/lib/pricing';
import { addresses } from '@/lib/resources/vps';
import { wholeSum } from '@/lib/pricing';
import { aboutOf, pageOf, type Query } from '@/lib/resources/resource';

/** A row of D58. */
export type Address = Row<'D58'>;

/** Describes an address to the list of activities: its kind, id, name and path. */
export const aboutAddress = aboutOf(addresses);

/** Rupiah a month, from the price by the hour when the backend names no other; null when it names neither. */
const monthOf = ({ price_per_hour: hour, estimated_monthly_cost: month }: Address) =>
  month ?? (hour === null ? null : hour * monthHours);

/**
 * Says in words what addresses cost together: a price by the month, or the backend's `cost` when it names no period.
 * @returns null when the price of an address isn't known
 */
export function costWords(rows: readonly Address[], locale: Locale): string | null {
  const months = wholeSum(rows.map(monthOf));
  if (months !== null) return pricePerMonth(months, locale);
  // A cost of 0 is not a price: the provider has charged nothing yet.
  const costs = wholeSum(rows.map(({ cost }) => cost));
  return costs ? rupiah(costs) : null;
}

/** Whether the backend names only a `cost` without a period, and no price by the hour or month. */
export const hasOnlyTotalCost = (rows: readonly Address[]): boolean =>
  rows.some(({ cost }) => cost !== null) && rows.every((row) => monthOf(row) === null);

/** D58's input for the page that the URL names (`?page=2`). */
export const addressesInput = (query: Query): Input<'D58'> => ({
  query: { limit: addresses.pageSize, page: pageOf(query) },
});
