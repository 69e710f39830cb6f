/**
 * Every URL of the console's pages, built in one place (docs/architecture.md, section 6). Values are
 * percent-encoded; the browser's API URLs are `lib/query`'s, not these.
 */

import { decodePart, encodePart } from '@/lib/contract/well-formed';

/** Where Awanio's things live: an organization, or a project inside one. */
export interface GroupScope {
  org: string;
  project?: string;
}

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

/** An address to come back to after signing in: a path of ours, never another site's. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return '/';
  // `/..//elsewhere` is a path that starts with two slashes once it is resolved, and a host the second time.
  const base = 'http://here.invalid';
  return URL.canParse(next, base) && new URL(next, base).pathname.startsWith('//') ? '/' : next;
}

/** What an instance has a page for besides its first one. */
export type InstancePart = 'metrics' | 'backups' | 'firewall' | 'network' | 'storage';

export const paths = {
  home: () => '/',
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  signUp: () => '/sign-up',
  verify: (query: { email?: string } = {}) => withQuery('/verify', query),
  account: () => '/account',

  /** The first page of an organization or project: its money, its machines, what is new. */
  overview: (scope: GroupScope) => group(scope),
  /** The first page of a DewaVPS account. */
  vpsOverview: (account: string) => vps(account),

  vms: (scope: GroupScope) => `${group(scope)}/vms`,
  newVm: (scope: GroupScope) => `${group(scope)}/vms/new`,
  vm: (scope: GroupScope, vm: string) => `${group(scope)}/vms/${enc(vm)}`,

  addresses: (account: string) => `${vps(account)}/addresses`,
  networks: (account: string) => `${vps(account)}/networks`,
  network: (account: string, network: string) => `${vps(account)}/networks/${enc(network)}`,
  volumes: (account: string) => `${vps(account)}/volumes`,
  /** What things cost. `query` as `prefillQuery` makes it. */
  prices: (account: string, query: Query = {}) => withQuery(`${vps(account)}/prices`, query),
  sshKeys: (account: string) => `${vps(account)}/ssh-keys`,

  instances: (account: string) => `${vps(account)}/instances`,
  /** `query`: what the form starts from, as `prefillQuery` makes it. */
  newInstance: (account: string, query: Query = {}) =>
    withQuery(`${vps(account)}/instances/new`, query),
  instance: (account: string, instance: string) => `${vps(account)}/instances/${enc(instance)}`,
  instancePart: (account: string, instance: string, part: InstancePart) =>
    `${vps(account)}/instances/${enc(instance)}/${part}`,
  instanceConsole: (account: string, instance: string) =>
    `${vps(account)}/instances/${enc(instance)}/console`,
} as const;

/** The scope that a page stands in, read from its path. */
export type PageScope =
  | { kind: 'group'; org: string; project?: string }
  | { kind: 'vps'; account: string }
  | { kind: 'none' };

/** Reads the scope of a page from its path, the inverse of the builders above. */
export function scopeOf(pathname: string): PageScope {
  const parts = pathname.split('/').filter(Boolean).map(decodePart);
  const [head, first, marker, second] = parts;
  if (head === 'o' && first) {
    return marker === 'p' && second
      ? { kind: 'group', org: first, project: second }
      : { kind: 'group', org: first };
  }
  if (head === 'vps' && first) return { kind: 'vps', account: first };
  return { kind: 'none' };
}
