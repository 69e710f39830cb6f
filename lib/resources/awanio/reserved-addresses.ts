import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedAddress {
  uuid: string;
  ip_address: { address_string: string | null } | null;
}

/** The reserved addresses of an organization. The backend searches and pages them. */
export const reservedAddresses = {
  kind: 'address',
  ref: 'A37',
  id: ({ uuid }) => uuid,
  name: ({ ip_address, uuid }) => ip_address?.address_string ?? uuid,
  page: paths.reservedAddresses,
  href: paths.reservedAddresses,
  words: ({ tags, uuid }) => [...tags, uuid],
  pageSize: 10,
} as const satisfies Resource<'A37', NamedAddress, GroupScope>;
