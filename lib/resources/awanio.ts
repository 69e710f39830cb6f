/** The resources of an organization or project. */
import { paths, type GroupScope } from '../paths';
import type { ReadRef } from '../contract';
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

/** The buckets of an organization or project. They have no id but their name, and no read lists them alone: A57 answers their store. */
export const buckets = {
  kind: 'bucket',
  id: ({ name }) => name,
  name: ({ name }) => name,
  page: paths.buckets,
  href: (place, bucket) => (bucket === '' ? paths.buckets(place) : paths.bucket(place, bucket)),
} as const satisfies Pick<
  Resource<ReadRef, { name: string }, GroupScope>,
  'kind' | 'id' | 'name' | 'page' | 'href'
>;

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
/** The VPC of an organization. No read lists it: the organization's own detail carries it. */
export const vpcs = {
  kind: 'network',
  id: ({ uuid }) => uuid ?? '',
  name: ({ label, uuid }) => label ?? uuid ?? '',
  href: paths.vpc,
} as const satisfies Pick<
  Resource<ReadRef, { uuid: string | null; label: string | null }, GroupScope>,
  'kind' | 'id' | 'name' | 'href'
>;

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

interface NamedGroup {
  uuid: string;
  name: string | null;
}

/** The organizations of a person. */
export const organizations = {
  kind: 'organization',
  id: ({ uuid }) => uuid,
  name: ({ name, uuid }) => name ?? uuid,
  href: (_: null, org) => paths.overview({ org }),
} as const satisfies Pick<Resource<ReadRef, NamedGroup, null>, 'kind' | 'id' | 'name' | 'href'>;

/** The projects of an organization in which the person is a member. */
export const projects = {
  kind: 'project',
  ref: 'A15',
  id: ({ uuid }) => uuid,
  name: ({ name, uuid }) => name ?? uuid,
  page: paths.projects,
  href: ({ org }, project) => paths.overview({ org, project }),
  words: ({ slug, uuid }) => [slug, uuid],
} as const satisfies Resource<'A15', NamedGroup, GroupScope>;

interface NamedMember {
  users: { uuid: string; name: string | null; username: string | null; email: string | null };
}

/** The members of an organization. Those of a project (A21) are shown in the same form. */
export const members = {
  kind: 'member',
  ref: 'A10',
  id: ({ users: { uuid } }) => uuid,
  name: ({ users: { name, username, email, uuid } }) => name || username || email || uuid,
  page: paths.members,
  href: (place, id) => `${paths.members(place)}${id === '' ? '' : `?q=${encodeURIComponent(id)}`}`,
  words: ({ users: { username, email, uuid } }) => [username, email, uuid],
} as const satisfies Resource<'A10', NamedMember, GroupScope>;

interface NamedInvoice {
  uuid: string;
  number: string | null;
}

/** The invoices of an organization. The backend searches and pages them. */
export const invoices = {
  kind: 'invoice',
  ref: 'A45',
  id: ({ uuid }) => uuid,
  name: ({ number, uuid }) => number || uuid,
  page: paths.billing,
  href: paths.invoice,
  words: ({ billed_to: to, uuid }) => [to, uuid],
  pageSize: 15,
} as const satisfies Resource<'A45', NamedInvoice, GroupScope>;
