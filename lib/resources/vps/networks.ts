import { paths } from '../../paths';
import type { AccountResource } from '../resource';

interface NamedNetwork {
  uuid: string | null;
  name: string | null;
}

/** The private networks of a DewaVPS account. */
export const networks = {
  kind: 'network',
  ref: 'D49',
  id: ({ uuid }) => uuid ?? '',
  name: ({ name, uuid }) => name ?? uuid ?? '',
  page: paths.networks,
  href: (account, id) => (id === '' ? paths.networks(account) : paths.network(account, id)),
  words: ({ network_ip: range, tag, uuid }) => [range, tag === null ? null : `VLAN ${tag}`, uuid],
  listWords: ({ gateway }) => [gateway?.hostname],
  rights: { read: 'read_network', change: 'write_network' },
} as const satisfies AccountResource<'D49', NamedNetwork>;
