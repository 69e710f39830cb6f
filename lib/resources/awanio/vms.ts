import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface Named {
  uuid: string;
  title: string | null;
  hostname: string | null;
}

/** The virtual machines of an organization or project; roles decide what a person may do with them. */
export const vms = {
  kind: 'vm',
  ref: 'A25',
  id: ({ uuid }) => uuid,
  name: ({ title, hostname, uuid }) => title ?? hostname ?? uuid,
  page: paths.vms,
  href: paths.vm,
  words: ({ ip_addresses, private_ip_address_v4, hostname, uuid }) => [
    ...ip_addresses,
    private_ip_address_v4,
    hostname,
    uuid,
  ],
} as const satisfies Resource<'A25', Named, GroupScope>;
