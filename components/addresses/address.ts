/** A public address of a DewaVPS account: its names, its input, what the activity panel says of it. */
import type { RowWords } from '@/components/actions/action';
import type { Input, Row } from '@/lib/contract/types';
import { pricePerMonth, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { paths } from '@/lib/paths';
import { monthHours } from '@/lib/pricing';
import type { About } from '@/lib/query/follow/works';

export type Address = Row<'D58'>;

export const addressWords: RowWords<Address> = {
  id: ({ uuid }) => uuid,
  name: ({ ip_address, uuid }) => ip_address ?? uuid,
};

const monthOf = ({ price_per_hour: hour, estimated_monthly_cost: month }: Address) =>
  month ?? (hour === null ? null : hour * monthHours);

/**
 * What addresses cost together, in words: by the month, or as the provider says it where it names no period.
 * @returns null where the price of one isn't known
 */
export function costWords(rows: readonly Address[], locale: Locale): string | null {
  const sum = (of: (row: Address) => number | null) =>
    rows.reduce<number | null>((all, row) => {
      const one = of(row);
      return all === null || one === null ? null : all + one;
    }, 0);
  const months = sum(monthOf);
  if (months !== null) return pricePerMonth(months, locale);
  const costs = sum(({ cost }) => cost);
  return costs === null ? null : rupiah(costs);
}

/** Whether all that is said of the addresses' prices is a cost without a period. */
export const costAlone = (rows: readonly Address[]): boolean =>
  rows.some(({ cost }) => cost !== null) && rows.every((row) => monthOf(row) === null);

/** Rows a page: as many as D58 gives at most. */
const pageSize = 100;

/** D58's input for `?page=2`. */
export function addressesInput(query: { get(name: string): string | null }): Input<'D58'> {
  const page = Number(query.get('page'));
  const good = Number.isSafeInteger(page) && page > 0 && page <= 1_000_000;
  return { query: { limit: pageSize, page: good ? page : 1 } };
}

/** What the activity panel says a change of an address is about. */
export const aboutAddress = (
  account: string,
  address: { uuid: string | null; ip_address: string | null },
): About => ({
  kind: 'address',
  id: address.uuid ?? '',
  name: address.ip_address ?? address.uuid ?? '',
  href: paths.addresses(account),
});

const whole = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))+$/;

/** A code where a reverse DNS name isn't a whole domain name, which another name server could find. */
export const wrongName = (name: string): string | null =>
  whole.test(name.trim()) && !/^[\d.]+$/.test(name.trim()) ? null : 'rdns_invalid';
