import { paths } from '../../paths';
import type { AccountResource } from '../resource';

interface NamedAddress {
  uuid: string | null;
  ip_address: string | null;
}

/** The public addresses of a DewaVPS account. */
export const addresses = {
  kind: 'address',
  ref: 'D58',
  id: ({ uuid }) => uuid ?? '',
  name: ({ ip_address: address, uuid }) => address ?? uuid ?? '',
  page: paths.addresses,
  href: paths.addresses,
  words: ({ rdns, instance }) => [rdns, instance?.hostname],
  pageSize: 100,
  rights: { read: 'read_network', change: 'write_network' },
} as const satisfies AccountResource<'D58', NamedAddress>;

/** The first addresses of the list, which the overview and a key's rights ask for, too. */
export const firstAddresses = { query: { limit: addresses.pageSize, page: 1 } } as const;
