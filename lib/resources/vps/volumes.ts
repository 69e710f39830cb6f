import { paths } from '../../paths';
import type { AccountResource } from '../resource';

interface NamedVolume {
  id: string | null;
  name: string | null;
}

/** The volumes (block storage) of a DewaVPS account. */
export const volumes = {
  kind: 'volume',
  ref: 'D64',
  id: ({ id }) => id ?? '',
  name: ({ name, id }) => name ?? id ?? '',
  page: paths.volumes,
  href: paths.volumes,
  words: ({ attached_to: machine, id }) => [machine?.hostname, id],
  listWords: ({ storage_type: type, location }) => [type, location],
  pageSize: 100,
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies AccountResource<'D64', NamedVolume>;

/** The first volumes of the list, which the overview asks for, too. */
export const firstVolumes = { query: { limit: volumes.pageSize, page: 1 } } as const;
