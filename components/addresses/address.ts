/** A public address of a DewaVPS account: its names, its input, what the activity panel says of it. */
import type { RowWords } from '@/components/actions/action';
import type { Input, Row } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { About } from '@/lib/query/follow/works';

export type Address = Row<'D58'>;

export const addressWords: RowWords<Address> = {
  id: ({ uuid }) => uuid,
  name: ({ ip_address, uuid }) => ip_address ?? uuid,
};

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
