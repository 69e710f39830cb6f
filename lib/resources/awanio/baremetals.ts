import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface Named {
  uuid: string;
  title: string | null;
  hostname: string | null;
}

/** The bare-metal machines of an organization or project. */
export const baremetals = {
  kind: 'baremetal',
  ref: 'A28',
  id: ({ uuid }) => uuid,
  name: ({ title, hostname, uuid }) => title || hostname || uuid,
  page: paths.baremetals,
  href: paths.baremetal,
  words: ({ ip_addresses, ip_private, hostname, uuid }) => [
    ...ip_addresses,
    ip_private,
    hostname,
    uuid,
  ],
  listWords: ({ machine, catalogue }) => [machine?.name, machine?.system_id, catalogue?.name],
} as const satisfies Resource<'A28', Named, GroupScope>;
