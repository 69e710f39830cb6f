import { paths, type GroupScope } from '../../paths';
import type { Resource } from '../resource';

interface NamedCluster {
  uuid: string;
  name: string | null;
}

/** The Kubernetes clusters of an organization or project. The backend pages them, and neither searches nor sorts. */
export const clusters = {
  kind: 'cluster',
  ref: 'A64',
  id: ({ uuid }) => uuid,
  name: ({ name, uuid }) => name ?? uuid,
  page: paths.clusters,
  href: paths.cluster,
  words: ({ ip_addresses, private_ip_address_v4, tags, uuid }) => [
    ...ip_addresses,
    private_ip_address_v4,
    ...tags,
    uuid,
  ],
  pageSize: 15,
} as const satisfies Resource<'A64', NamedCluster, GroupScope>;
