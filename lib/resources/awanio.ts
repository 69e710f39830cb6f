/** The resources of an organization or project. */
import { paths, type GroupScope } from '../paths';
import type { Resource } from './resource';

interface NamedVolume {
  uuid: string;
  label: string | null;
}

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
