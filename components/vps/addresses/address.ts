/** A public address of a DewaVPS account: its cost, its input and its reverse DNS name. The rest: `lib/resources/vps`. */
import type { Input, Row } from '@/lib/contract/types';
import { pricePerMonth, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { monthHours } from '@/lib/pricing';
import { addresses } from '@/lib/resources/vps';
import { wholeSum } from '@/lib/pricing';
import { aboutOf, pageOf, type Query } from '@/lib/resources/resource';

export type Address = Row<'D58'>;

export const aboutAddress = aboutOf(addresses);

const monthOf = ({ price_per_hour: hour, estimated_monthly_cost: month }: Address) =>
  month ?? (hour === null ? null : hour * monthHours);

/**
 * What addresses cost together, in words: by the month, or as the provider says it where it names no period.
 * @returns null where the price of one isn't known
 */
export function costWords(rows: readonly Address[], locale: Locale): string | null {
  const months = wholeSum(rows.map(monthOf));
  if (months !== null) return pricePerMonth(months, locale);
  // Nought so far is no price: the first charge is still to come.
  const costs = wholeSum(rows.map(({ cost }) => cost));
  return costs ? rupiah(costs) : null;
}

/** Whether all that is said of the addresses' prices is a cost without a period. */
export const costAlone = (rows: readonly Address[]): boolean =>
  rows.some(({ cost }) => cost !== null) && rows.every((row) => monthOf(row) === null);

/** D58's input for `?page=2`. */
export const addressesInput = (query: Query): Input<'D58'> => ({
  query: { limit: addresses.pageSize, page: pageOf(query) },
});
