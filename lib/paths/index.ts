/**
 * Builds the URLs of all pages, in one place (docs/architecture.md, section 6). Values are percent-encoded.
 * `lib/query` builds the browser's API URLs.
 */

import { decodePart, encodePart } from '@/lib/contract/well-formed';

/** The place of Awanio's resources: an organization, or a project in one. */
export interface GroupScope {
  org: string;
  project?: string;
}

/** Stands in the URL of a project whose organization the person may not see. */
export const unknownOrganization = '-';

/** Whose money: an organization's, or a VPS account's. */
export type MoneyScope = { org: string } | { account: string };

/** The parameter of a page that was opened to create something: it opens the dialog of its “create” button. */
export const createParameter = 'create';

type Query = Record<string, string | undefined>;

function withQuery(path: string, query: Query): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

const enc = encodePart;
const group = ({ org, project }: GroupScope) =>
  project === undefined ? `/o/${enc(org)}` : `/o/${enc(org)}/p/${enc(project)}`;
const vps = (account: string) => `/vps/${enc(account)}`;
const money = (of: MoneyScope) =>
  `${'account' in of ? vps(of.account) : group({ org: of.org })}/billing`;

/** The URL to return to after sign-in: one of our paths, never another site's. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return '/';
  // `/..//elsewhere` resolves to a path with two slashes at its start, which resolves to a host the second time.
  const base = 'http://here.invalid';
  return URL.canParse(next, base) && new URL(next, base).pathname.startsWith('//') ? '/' : next;
}

/** The further pages of an instance. */
export type InstancePart = 'metrics' | 'backups' | 'firewall' | 'network' | 'storage';

/** The further pages of a bucket, in the order of its tabs. */
export const bucketParts = ['uploads', 'access', 'settings'] as const;
export type BucketPart = (typeof bucketParts)[number];

/** The further pages of a DewaVPS account's money. */
export type VpsBillingPart = 'deposits' | 'credits' | 'invoices' | 'reports';

export const paths = {
  /** `start`: where a person who just signed in wants to begin. */
  home: (query: { start?: 'billing' } = {}) => withQuery('/', query),
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  signUp: () => '/sign-up',
  verify: (query: { email?: string } = {}) => withQuery('/verify', query),
  account: () => '/account',
  /** A page whose “create” button is pressed when it opens. @param page its path without a query */
  creating: (page: string) => withQuery(page, { [createParameter]: '1' }),

  /** The first page of an organization or project: its money, its machines, recent changes. */
  overview: (scope: GroupScope) => group(scope),
  /** The first page of a DewaVPS account. */
  vpsOverview: (account: string) => vps(account),

  vms: (scope: GroupScope) => `${group(scope)}/vms`,
  /** `query`: the first values of the form, as `vmPrefillQuery` makes it. */
  newVm: (scope: GroupScope, query: Query = {}) => withQuery(`${group(scope)}/vms/new`, query),
  vm: (scope: GroupScope, vm: string) => `${group(scope)}/vms/${enc(vm)}`,

  clusters: (scope: GroupScope) => `${group(scope)}/kubernetes`,
  cluster: (scope: GroupScope, cluster: string) => `${group(scope)}/kubernetes/${enc(cluster)}`,
  /** The bare-metal machines of an organization or project. */
  baremetals: (scope: GroupScope) => `${group(scope)}/bare-metal`,
  newBaremetal: (scope: GroupScope) => `${group(scope)}/bare-metal/new`,
  baremetal: (scope: GroupScope, machine: string) => `${group(scope)}/bare-metal/${enc(machine)}`,

  /** The object storage of an organization or project, with its buckets. */
  buckets: (scope: GroupScope) => `${group(scope)}/object-storage`,
  /** A bucket. @param query `prefix`: the folder that it opens */
  bucket: (scope: GroupScope, bucket: string, query: { prefix?: string } = {}) =>
    withQuery(`${group(scope)}/object-storage/${enc(bucket)}`, query),
  bucketPart: (scope: GroupScope, bucket: string, part: BucketPart) =>
    `${group(scope)}/object-storage/${enc(bucket)}/${part}`,
  /** One object of a bucket. @param query `version`: the one that is shown, in place of the latest */
  object: (scope: GroupScope, bucket: string, key: string, query: { version?: string } = {}) =>
    withQuery(`${group(scope)}/object-storage/${enc(bucket)}/object`, { key, ...query }),

  groupVolumes: (scope: GroupScope) => `${group(scope)}/volumes`,
  /** The list of volumes, searched for a name: a volume has no page of its own. */
  groupVolume: (scope: GroupScope, name: string) =>
    withQuery(`${group(scope)}/volumes`, { q: name }),
  /** The VPC of an organization. Projects have none. */
  vpc: ({ org }: GroupScope) => `${group({ org })}/network`,
  /** The reserved addresses of an organization. */
  reservedAddresses: ({ org }: GroupScope) => `${group({ org })}/addresses`,

  /** The members of an organization or project. */
  members: (scope: GroupScope) => `${group(scope)}/members`,
  /** Takes a person out of an organization and all of its projects. */
  offboard: ({ org }: GroupScope, user: string) =>
    `${group({ org })}/members/${enc(user)}/offboard`,
  /** The projects of an organization. */
  projects: ({ org }: GroupScope) => `${group({ org })}/projects`,
  /** The invoices of all organizations whose bills the person may read. */
  allBilling: () => '/billing',
  /** The invoices of an organization. Projects have none. */
  billing: ({ org }: GroupScope) => `${group({ org })}/billing`,
  invoice: ({ org }: GroupScope, invoice: string) => `${group({ org })}/billing/${enc(invoice)}`,
  /** The month end over all accounts. @param month `2026-06` */
  monthEnd: (month?: string) => withQuery('/billing/month-end', { month }),
  /** The money of an organization or a VPS account. */
  moneyOf: (of: MoneyScope) => money(of),
  /** Where a balance is topped up. @param query `amount`: rupiah that the page begins with; `for`: whose amount it is */
  topUp: (of: MoneyScope, query: { amount?: string; for?: 'invoice' } = {}) =>
    withQuery(`${money(of)}/top-up`, query),
  /** A payment under way. @param id Awanio's reference, or DewaVPS's invoice id */
  payment: (of: MoneyScope, id: string) => `${money(of)}/top-up/${enc(id)}`,
  /** The provider's own payment gateways, for its administrators. */
  paymentGateways: () => '/provider/payment-gateways',
  /** Name, icon and account of an organization or project, and its deletion. */
  settings: (scope: GroupScope) => `${group(scope)}/settings`,
  newOrganization: () => '/o/new',

  /** The money of a DewaVPS account, and its further pages. */
  vpsBilling: (account: string) => `${vps(account)}/billing`,
  vpsBillingPart: (account: string, part: VpsBillingPart) => `${vps(account)}/billing/${part}`,
  vpsDeposit: (account: string, deposit: string) =>
    `${vps(account)}/billing/deposits/${enc(deposit)}`,
  /** @param day the report's `billing_date`, `2026-07-01` */
  vpsReport: (account: string, day: string) => `${vps(account)}/billing/reports/${enc(day)}`,

  addresses: (account: string) => `${vps(account)}/addresses`,
  networks: (account: string) => `${vps(account)}/networks`,
  network: (account: string, network: string) => `${vps(account)}/networks/${enc(network)}`,
  volumes: (account: string) => `${vps(account)}/volumes`,
  /** The page with prices. `query` as `prefillQuery` makes it. */
  prices: (account: string, query: Query = {}) => withQuery(`${vps(account)}/prices`, query),
  /** The provider's catalogue: plans with their prices, and images. */
  groupPrices: (scope: GroupScope) => `${group(scope)}/prices`,
  /** What several things would cost together. `linesUrl` adds what is in it. */
  estimate: (account: string) => `${vps(account)}/estimate`,
  groupEstimate: (scope: GroupScope) => `${group(scope)}/estimate`,
  sshKeys: (account: string) => `${vps(account)}/ssh-keys`,

  instances: (account: string) => `${vps(account)}/instances`,
  /** `query`: the first values of the form, as `prefillQuery` makes it. */
  newInstance: (account: string, query: Query = {}) =>
    withQuery(`${vps(account)}/instances/new`, query),
  instance: (account: string, instance: string) => `${vps(account)}/instances/${enc(instance)}`,
  instancePart: (account: string, instance: string, part: InstancePart) =>
    `${vps(account)}/instances/${enc(instance)}/${part}`,
  instanceConsole: (account: string, instance: string) =>
    `${vps(account)}/instances/${enc(instance)}/console`,
  instanceSerial: (account: string, instance: string) =>
    `${vps(account)}/instances/${enc(instance)}/serial`,
} as const;

/** The scope of a page. */
export type PageScope =
  | { kind: 'group'; org: string; project?: string }
  | { kind: 'vps'; account: string }
  | { kind: 'none' };

/** Reads the scope of a page from its path, the inverse of the builders above. */
export function scopeOf(pathname: string): PageScope {
  const parts = pathname.split('/').filter(Boolean).map(decodePart);
  const [head, first, marker, second] = parts;
  if (head === 'o' && first && first !== 'new') {
    return marker === 'p' && second
      ? { kind: 'group', org: first, project: second }
      : { kind: 'group', org: first };
  }
  if (head === 'vps' && first) return { kind: 'vps', account: first };
  return { kind: 'none' };
}
