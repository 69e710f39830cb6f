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
import { roleCan, type KeyRight } from '@/lib/contract/permissions';
import { paths, type GroupScope } from '@/lib/paths';
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
import { resourceIcons } from './resource-icons';
import { allows } from './scope-rules';
import type { Scope } from './scopes';

interface Create {
  /** Also the message key: `palette.create.<id>`. */
  id: 'vms' | 'baremetals' | 'instances';
  path: (scope: Scope) => string | null;
  may: (scope: Scope) => boolean;
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
  /** The page that creates one, and whether this person may. */
  create?: Create;
}

/** Whether the role has the right, in scopes with roles. */
const can = (scope: Scope, permission: 'group.write' | 'billing.read') =>
  scope.kind === 'account' || roleCan(scope.role, permission);

/** Whether the person sees anything in the scope. A project has no billing of its own, so without its machines there is nothing. */
const open = (scope: Scope) =>
  scope.machines || (scope.kind !== 'project' && can(scope, 'billing.read'));

/** The list of a VPS account's resource, for keys that may read it. */
const listOf = (
  id: NavEntry['id'],
  of: {
    kind: keyof typeof resourceIcons;
    page: (account: string) => string;
    rights: { read: KeyRight };
  },
): NavEntry => ({
  id,
  Icon: resourceIcons[of.kind],
  path: (scope) => (scope.kind === 'account' ? of.page(scope.account) : null),
  may: (scope) => allows(scope, of.rights.read),
  deep: true,
});

/** A page that only organizations have, for roles that may see their resources. */
const ofOrganization = (
  id: NavEntry['id'],
  kind: keyof typeof resourceIcons,
  page: (group: GroupScope) => string,
): NavEntry => ({
  id,
  Icon: resourceIcons[kind],
  path: (scope) => (scope.kind === 'organization' ? page(scope.group) : null),
  may: (scope) => scope.machines,
  deep: false,
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
      id: 'vms',
      path: (scope) => (scope.kind === 'account' ? null : paths.newVm(scope.group)),
      may: (scope) => scope.machines && can(scope, 'group.write'),
    },
  },
  {
    id: 'clusters',
    Icon: Container,
    path: (scope) => (scope.kind === 'account' ? null : clusters.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
  },
  {
    id: 'baremetals',
    Icon: resourceIcons[baremetals.kind],
    path: (scope) => (scope.kind === 'account' ? null : baremetals.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
    create: {
      id: 'baremetals',
      path: (scope) => (scope.kind === 'account' ? null : paths.newBaremetal(scope.group)),
      may: (scope) => scope.machines && can(scope, 'group.write'),
    },
  },
  {
    id: 'buckets',
    Icon: resourceIcons[buckets.kind],
    path: (scope) => (scope.kind === 'account' ? null : buckets.page(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
  },
  {
    id: 'groupVolumes',
    Icon: resourceIcons.volume,
    path: (scope) => (scope.kind === 'account' ? null : groupVolumes.page(scope.group)),
    may: (scope) => scope.machines,
    deep: false,
  },
  ofOrganization('vpc', vpcs.kind, (group) => vpcs.href(group)),
  ofOrganization('reservedAddresses', reservedAddresses.kind, reservedAddresses.page),
  {
    ...listOf('instances', instances),
    create: {
      id: 'instances',
      path: (scope) => (scope.kind === 'account' ? paths.newInstance(scope.account) : null),
      may: (scope) => scope.machines && allows(scope, 'write_instance'),
    },
  },
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
  },
  {
    id: 'members',
    Icon: Users,
    path: (scope) => (scope.kind === 'account' ? null : paths.members(scope.group)),
    may: (scope) => scope.machines,
    deep: true,
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

/** The pages on which this person may create something. */
export function createPagesOf(scope: Scope): { make: Create['id']; href: string }[] {
  return navEntries.flatMap(({ create }) => {
    const href = create?.may(scope) ? create.path(scope) : null;
    return create && href !== null ? [{ make: create.id, href }] : [];
  });
}
