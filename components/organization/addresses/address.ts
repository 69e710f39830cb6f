/** Reserved addresses of an organization, A37: the input of a page of them by the page's URL. */
import { addressPageSizes } from '@/lib/contract/page-sizes';
import type { Input, Row } from '@/lib/contract/types';
import { reservedAddresses } from '@/lib/resources/awanio';
import { pageOf, type Query } from '@/lib/resources/resource';

export type ReservedAddress = Row<'A37'>;

/** The longest text that A37 searches. */
const longestSearch = 100;

/** How many rows a page has by `?rows=15`; only the documented numbers count. */
export const rowsOf = (query: Query): number =>
  addressPageSizes.find((size) => String(size) === query.get('rows')) ?? reservedAddresses.pageSize;

/** The direction by `?order=asc`. A37 orders by something of its own, which it doesn't name. */
export const orderOf = (query: Query): 'asc' | 'desc' =>
  query.get('order') === 'asc' ? 'asc' : 'desc';

/** A37's input for the page that the URL names: `?q=203.0&order=asc&rows=15&page=2`. */
export function addressesInput(org: string, query: Query): Input<'A37'> {
  const search = (query.get('q') ?? '').trim().slice(0, longestSearch).trim();
  return {
    params: { uuid: org },
    query: {
      page: pageOf(query),
      per_page: rowsOf(query),
      order_by: orderOf(query),
      ...(search === '' ? {} : { search }),
    },
  };
}
