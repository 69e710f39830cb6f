/** The resources of a DewaVPS account, in one file: the navigation of every page needs them all. */
import { paths } from '../paths';
import type { AccountResource, Resource } from './resource';

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

interface NamedAddress {
  uuid: string | null;
  ip_address: string | null;
}

/** The public addresses of a DewaVPS account. */
export const addresses = {
  kind: 'address',
  ref: 'D58',
  id: ({ uuid }) => uuid ?? '',
  name: ({ ip_address: address, uuid }) => address ?? uuid ?? '',
  page: paths.addresses,
  href: paths.addresses,
  words: ({ rdns, instance }) => [rdns, instance?.hostname],
  pageSize: 100,
  rights: { read: 'read_network', change: 'write_network' },
} as const satisfies AccountResource<'D58', NamedAddress>;

/** The first addresses of the list, which the overview and a key's rights ask for, too. */
export const firstAddresses = { query: { limit: addresses.pageSize, page: 1 } } as const;

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

interface NamedKey {
  id: string | null;
  title: string | null;
}

/** The SSH keys of a DewaVPS account. */
export const sshKeys = {
  kind: 'ssh-key',
  ref: 'D70',
  id: ({ id }) => id ?? '',
  name: ({ title, id }) => title ?? id ?? '',
  page: paths.sshKeys,
  href: paths.sshKeys,
  // The comment at its end, which names the owner.
  words: ({ key }) => [key?.split(' ')[2]],
  listWords: ({ key }) => [key],
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies AccountResource<'D70', NamedKey>;

interface NamedSnapshot {
  id: string;
  name: string | null;
}

/** The owner of the snapshots. */
interface OfInstance {
  account: string;
  instance: string;
}

const ofInstance = ({ account, instance }: OfInstance) =>
  paths.instancePart(account, instance, 'backups');

/** The snapshots of an instance. */
export const snapshots = {
  kind: 'snapshot',
  ref: 'D23',
  id: ({ id }) => id,
  name: ({ name, id }) => name ?? id,
  page: ofInstance,
  href: ofInstance,
  words: () => [],
  listWords: ({ description }) => [description],
  rights: { read: 'read_instance', change: 'write_instance' },
} as const satisfies Resource<'D23', NamedSnapshot, OfInstance>;

interface NamedDeposit {
  id: string;
  invoice_number: string | null;
}

/** The deposits of a DewaVPS account: payments into its balance, each with a receipt. */
export const deposits = {
  kind: 'deposit',
  ref: 'D79',
  id: ({ id }) => id,
  name: ({ invoice_number: number, id }) => number || id,
  page: (account) => paths.vpsBillingPart(account, 'deposits'),
  href: paths.vpsDeposit,
  words: ({ description, method, id }) => [description, method, id],
  pageSize: 20,
} as const satisfies Resource<'D79', NamedDeposit, string>;

interface NamedReport {
  billing_date: string | null;
  billing_periode: string | null;
}

/** The monthly reports of a DewaVPS account. A report is known by its day, `billing_date`. */
export const reports = {
  kind: 'report',
  ref: 'D88',
  id: ({ billing_date: day }) => day ?? '',
  name: ({ billing_periode: month, billing_date: day }) => month ?? day ?? '',
  page: (account) => paths.vpsBillingPart(account, 'reports'),
  href: paths.vpsReport,
  words: ({ id, status }) => [id, status],
  pageSize: 12,
} as const satisfies Resource<'D88', NamedReport, string>;

interface NamedPostpaidInvoice {
  invoice_number: string;
}

/** The invoices of a postpaid DewaVPS account. D84 gives those of the current month. */
export const postpaidInvoices = {
  kind: 'invoice',
  ref: 'D84',
  id: ({ invoice_number: number }) => number,
  name: ({ invoice_number: number }) => number,
  page: (account) => paths.vpsBillingPart(account, 'invoices'),
  href: (account) => paths.vpsBillingPart(account, 'invoices'),
  words: ({ description, method }) => [description, method],
  pageSize: 20,
} as const satisfies Resource<'D84', NamedPostpaidInvoice, string>;
