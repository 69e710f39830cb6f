import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedVolume {
  uuid: string;
  label: string | null;
}

/** The volumes of an organization or project, and the boot disks of its machines. */
export const volumes = {
  kind: 'volume',
  ref: 'A39',
  id: ({ uuid }) => uuid,
  name: ({ label, uuid }) => label ?? uuid,
  page: paths.groupVolumes,
  href: paths.groupVolumes,
  words: ({ instance_has_volumes: links, uuid }) => [
    ...links.flatMap(({ source }) => [source?.title, source?.hostname]),
    uuid,
  ],
  listWords: ({ pricing, mount_point: mount }) => [pricing?.instance_type, mount],
} as const satisfies Resource<'A39', NamedVolume, GroupScope>;
