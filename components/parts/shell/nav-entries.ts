/**
 * The table of a scope's pages, read on the server (`shown-pages`), by the palette and a test. The list of a resource is one line
 * (`listOf`), another page one entry; its label is in `shell.nav`.
 */
import {
  Calculator,
  Container,
  FolderKanban,
  LayoutDashboard,
  Settings,
  Tag,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Lacking } from '@/components/parts/why/why';
import { roleCan, type KeyRight } from '@/lib/contract/permissions';
import { changeOf } from '@/lib/contract/role-matrix';
import { paths, type GroupScope } from '@/lib/paths';
import type { ChangeRight } from '@/lib/resources/resource';
import { addresses, instances, networks, sshKeys, volumes } from '@/lib/resources/vps';
import {
  buckets,
  clusters,
  baremetals,
  invoices,
  reservedAddresses,
  vms,
  vpcs,
  volumes as groupVolumes,
} from '@/lib/resources/awanio';
import { roleAmong, roleMay } from './group-role';
import { resourceIcons } from './resource-icons';
import { allows } from './scope-rules';
import type { Scope } from './scopes';

/** What creating something needs: a right of an account's key, or of the person's role in an organization or project. */
export type CreateRight = ChangeRight | Lacking;

/** How one is created. */
interface Create {
  right: CreateRight | ((scope: Scope) => CreateRight);
  /** The page with the form; the list, whose button opens a dialog, if there is none. */
  path?: (scope: Scope) => string | null;
}

/** One kind of page that scopes have. */
export interface NavEntry {
  /** Also the message key: `shell.nav.<id>`. */
  id:
    | 'overview'
    | 'vms'
    | 'clusters'
    | 'baremetals'
    | 'buckets'
    | 'groupVolumes'
    | 'vpc'
    | 'reservedAddresses'
    | 'instances'
    | 'sshKeys'
    | 'networks'
    | 'addresses'
    | 'volumes'
    | 'billing'
    | 'prices'
    | 'estimate'
    | 'projects'
    | 'members'
    | 'settings';
  Icon: LucideIcon;
  /** Its page in a scope; null if scopes of that kind have none. */
  path: (scope: Scope) => string | null;
  /** Whether the person may see it, as far as the console knows. */
  may: (scope: Scope) => boolean;
  /** Also current on the pages below it. */
  deep: boolean;
  /** How one is created; with the message key `palette.create.<id>`. */
  create?: Create;
}

/** Whether the role has the right, in scopes with roles. */
const can = (scope: Scope, permission: 'group.write' | 'billing.read') =>
  scope.kind === 'account' || roleCan(scope.role, permission);

/** Whether the person sees anything in the scope. A project has no billing of its own, so without its machines there is nothing. */
const open = (scope: Scope) =>
  scope.machines || (scope.kind !== 'project' && can(scope, 'billing.read'));

/** The list of a VPS account's resource, for keys that may read it; those that may change it may create one. */
const listOf = (
  id: NavEntry['id'],
  of: {
    kind: keyof typeof resourceIcons;
    page: (account: string) => string;
    rights: { read: KeyRight; change: ChangeRight };
  },
  createPath?: Create['path'],
): NavEntry => ({
  id,
  Icon: resourceIcons[of.kind],
  path: (scope) => (scope.kind === 'account' ? of.page(scope.account) : null),
  may: (scope) => allows(scope, of.rights.read),
  deep: true,
  create: { right: of.rights.change, path: createPath },
});

/** A page that only organizations have, for roles that may see their resources. */
const ofOrganization = (
  id: NavEntry['id'],
  kind: keyof typeof resourceIcons,
  page: (group: GroupScope) => string,
  create?: Create,
): NavEntry => ({
  id,
  Icon: resourceIcons[kind],
  path: (scope) => (scope.kind === 'organization' ? page(scope.group) : null),
  may: (scope) => scope.machines,
  deep: false,
  create,
});

/** All kinds of pages, in the order of the navigation. */
export const navEntries: readonly NavEntry[] = [
  {
    id: 'overview',
    Icon: LayoutDashboard,
    path: (scope) =>
      scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group),
    may: open,
    deep: false,
  },
  {
    id: 'vms',
    Icon: resourceIcons.vm,
    path: (scope) => (scope.kind === 'account' ? null : vms.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: {
      right: { area: 'vms' },
      path: (scope) => (scope.kind === 'account' ? null : paths.newVm(scope.group)),
    },
  },
  {
    id: 'clusters',
    Icon: Container,
    path: (scope) => (scope.kind === 'account' ? null : clusters.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: { right: { area: 'kubernetes' } },
  },
  {
    id: 'baremetals',
    Icon: resourceIcons[baremetals.kind],
    path: (scope) => (scope.kind === 'account' ? null : baremetals.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: {
      right: { area: 'baremetal' },
      path: (scope) => (scope.kind === 'account' ? null : paths.newBaremetal(scope.group)),
    },
  },
  {
    id: 'buckets',
    Icon: resourceIcons[buckets.kind],
    path: (scope) => (scope.kind === 'account' ? null : buckets.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: { right: { area: 'objects' } },
  },
  {
    id: 'groupVolumes',
    Icon: resourceIcons.volume,
    path: (scope) => (scope.kind === 'account' ? null : groupVolumes.page(scope.group)),
    may: (scope) => scope.machines,
    deep: false,
    create: { right: { area: 'volumes', ofOrganization: true } },
  },
  ofOrganization('vpc', vpcs.kind, (group) => vpcs.href(group), { right: { area: 'network' } }),
  ofOrganization('reservedAddresses', reservedAddresses.kind, reservedAddresses.page),
  listOf('instances', instances, (scope) =>
    scope.kind === 'account' ? paths.newInstance(scope.account) : null,
  ),
  listOf('networks', networks),
  listOf('addresses', addresses),
  listOf('volumes', volumes),
  listOf('sshKeys', sshKeys),
  {
    id: 'billing',
    Icon: resourceIcons.invoice,
    path: (scope) =>
      scope.kind === 'account'
        ? paths.vpsBilling(scope.account)
        : scope.kind === 'organization'
          ? invoices.page(scope.group)
          : null,
    may: (scope) => can(scope, 'billing.read') && allows(scope, 'billing'),
    deep: true,
  },
  {
    id: 'prices',
    Icon: Tag,
    path: (scope) =>
      scope.kind === 'account' ? paths.prices(scope.account) : paths.groupPrices(scope.group),
    // Every key and every member may read them.
    may: (scope) => scope.kind === 'account' || open(scope),
    deep: false,
  },
  {
    id: 'estimate',
    Icon: Calculator,
    path: (scope) =>
      scope.kind === 'account' ? paths.estimate(scope.account) : paths.groupEstimate(scope.group),
    may: (scope) => scope.kind === 'account' || open(scope),
    deep: false,
  },
  {
    id: 'projects',
    Icon: FolderKanban,
    path: (scope) => (scope.kind === 'organization' ? paths.projects(scope.group) : null),
    may: (scope) => scope.machines,
    deep: false,
    create: { right: { area: 'newProjects' } },
  },
  {
    id: 'members',
    Icon: Users,
    path: (scope) => (scope.kind === 'account' ? null : paths.members(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: {
      right: ({ kind }) => ({
        area: kind === 'project' ? 'projectMembers' : 'organizationMembers',
      }),
    },
  },
  {
    id: 'settings',
    Icon: Settings,
    path: (scope) => (scope.kind === 'account' ? null : paths.settings(scope.group)),
    may: open,
    deep: false,
  },
];

/** One page of one scope. */
export interface NavPage {
  entry: NavEntry;
  href: string;
}

/** The pages of a scope that this person may see, in the order of the navigation. */
export function pagesOf(scope: Scope): NavPage[] {
  return navEntries.flatMap((entry) => {
    const href = entry.may(scope) ? entry.path(scope) : null;
    return href === null ? [] : [{ entry, href }];
  });
}

/** Where something of a scope is created, and the right that this needs. */
export interface CreatePage {
  /** The list's. */
  id: NavEntry['id'];
  href: string;
  right: CreateRight;
}

/** Where the things are created whose lists this person may see. */
export function createPagesOf(scope: Scope): CreatePage[] {
  return pagesOf(scope).flatMap(({ entry: { id, create }, href: list }) => {
    if (!create) return [];
    const href = create.path ? create.path(scope) : paths.creating(list);
    const right = typeof create.right === 'function' ? create.right(scope) : create.right;
    return href === null ? [] : [{ id, href, right }];
  });
}

/**
 * Whether the person may create something of a scope, as far as the console knows.
 * @param scopes all of the person: what is created for an organization goes by the role there, also in a project
 */
export function mayCreate(scopes: readonly Scope[], scope: Scope, right: CreateRight): boolean {
  if (typeof right === 'string') return allows(scope, right);
  if (scope.kind === 'account') return true;
  const { group } = scope;
  const where = right.ofOrganization ? { org: group.org } : group;
  const place = where.project === undefined ? 'organization' : 'project';
  return roleMay(roleAmong(scopes, where), changeOf(right.area), place);
}
