import { paths } from '../../paths';
import type { AccountResource } from '../resource';

interface NamedInstance {
  uuid: string;
  hostname: string | null;
}

/** The instances of a DewaVPS account. */
export const instances = {
  kind: 'instance',
  ref: 'D02',
  id: ({ uuid }) => uuid,
  name: ({ hostname, uuid }) => hostname ?? uuid,
  page: paths.instances,
  href: paths.instance,
  words: ({ ip_address: address, uuid }) => [address, uuid],
  pageSize: 100,
  sort: 'create,desc',
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies AccountResource<'D02', NamedInstance>;

/** The newest instances: what the overview, the check of a key and its rights ask alike, so that they share an answer. */
export const newestInstances = {
  query: { limit: instances.pageSize, page: 1, sort: instances.sort },
} as const;
