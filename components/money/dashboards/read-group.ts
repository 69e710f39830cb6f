/**
 * Reads the overview of an organization or project, in parallel. One failed read doesn't fail the others.
 * Server only.
 */
import { cache } from 'react';
import type { Scope } from '@/components/parts/shell/scopes';
import { roleIn } from '@/components/organization/vms/access';
import { groupParams } from '@/components/organization/vms/group';
import { priceOf, type Priced } from '@/components/organization/vms/price';
import { roleCan, type Role } from '@/lib/contract/permissions';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { isPostpaid } from '@/lib/money/postpaid';
import { tryRead } from '@/lib/next/backend';
import { paths } from '@/lib/paths';
import { vms } from '@/lib/resources/awanio';
import { known, rowsOf, type Part, type ChargedItem } from './holdings';
import { ofVm, type Machine } from './machine';
import { unknownMoney, type Money, type ScopeOverview } from './scope-overview';
import { partOf } from './read-account';

export type GroupScope = Exclude<Scope, { kind: 'account' }>;

/** How many calls each takes. The price of addresses is one more call for all of them. */
export const groupCalls = { organization: 3, project: 2 } as const;

const hidden = { kind: 'hidden' } as const;
const unread = { kind: 'unread' } as const;

/**
 * Reads the rupiah for one address: the first plan for addresses that has a price. Null if none has one. The prices are
 * read unfiltered, as wizards and price lists read them, so that they share an answer.
 */
export const addressPrice = cache(async (): Promise<Priced> => {
  const { data } = await tryRead('A34', {});
  const prices = (data?.data ?? [])
    .filter((plan) => plan.suitable_for === 'ip')
    .map(priceOf)
    .filter(({ perHour }) => perHour !== null);
  return prices[0] ?? { perHour: null, perMonth: null };
});

interface Vms {
  part: Part<Machine>;
  rows: Row<'A25'>[];
}

async function vmsOf({ group, label }: GroupScope): Promise<Vms> {
  const answer = await tryRead('A25', { params: groupParams(group) });
  const rows = (answer.data?.data ?? []).filter(
    ({ status }) => canonicalStatus(status) !== 'deleted',
  );
  const part = partOf<'A25', Machine>(answer, () =>
    rows.map((vm) => ofVm(vm, label, vms.href(group, vm.uuid))),
  );
  return { part, rows };
}

/** Reads the volumes. Boot disks are left out, since a machine's price includes its boot disk. */
async function volumesOf({ group, label }: GroupScope): Promise<Part<ChargedItem>> {
  const { group_type, uuid } = groupParams(group);
  const answer = await tryRead('A39', { params: { group_type, group_uuid: uuid } });
  return partOf<'A39', ChargedItem>(answer, ({ data }) =>
    data
      .filter(({ volume_type }) => volume_type !== 'boot')
      .map((volume) => ({
        id: `volume/${volume.uuid}`,
        name: volume.label ?? volume.uuid,
        place: label,
        free: volume.is_used !== true && volume.instance_has_volumes.length === 0,
        ownPrice: true,
        href: paths.groupVolumes(group),
        sizeGb: volume.size_gb,
        ...priceOf(volume.pricing),
      })),
  );
}

/** Marks a disk as used if a machine names it, even if the volume itself names no machine. */
function markUsedDisks(volumes: Part<ChargedItem>, vms: readonly Row<'A25'>[]): Part<ChargedItem> {
  if (volumes.kind !== 'known') return volumes;
  const used = new Set(
    vms.flatMap((vm) => vm.volumes.map((link) => `volume/${link.volume?.uuid}`)),
  );
  const rows = volumes.rows.map((disk) => ({ ...disk, free: disk.free && !used.has(disk.id) }));
  return { ...volumes, rows };
}

/** The addresses of machines. Each has its own price, since a machine's plan doesn't include it. */
function machineAddresses({ rows }: Vms, label: string, price: Priced): ChargedItem[] {
  return [...new Set(rows.flatMap((vm) => vm.ip_addresses))].map((name) => ({
    ...addressOf(name, label, price),
    free: false,
  }));
}

const addressOf = (name: string, place: string, price: Priced): ChargedItem => ({
  id: `ip/${name}`,
  name,
  place,
  free: true,
  ownPrice: true,
  sizeGb: null,
  ...price,
});

async function reservedOf(
  { group, label }: GroupScope,
  price: Promise<Priced>,
): Promise<Part<ChargedItem>> {
  const [answer, each] = await Promise.all([
    tryRead('A37', { params: { uuid: group.org } }),
    price,
  ]);
  return partOf<'A37', ChargedItem>(
    answer,
    ({ data }) =>
      data.map((row) => addressOf(row.ip_address?.address_string ?? row.uuid, label, each)),
    ({ page }) => page?.total,
  );
}

/** Takes the money out of A04. The proxy has removed the balances that this person may not see. */
function moneyOf(scope: GroupScope, me: Result<'A04'> | null): Money | null {
  if (scope.kind !== 'organization') return null;
  const found = me?.organizations.find(
    ({ organization }) => organization?.uuid === scope.group.org,
  );
  const organization = found?.organization;
  if (!organization) return unknownMoney;
  return {
    ...unknownMoney,
    balance: organization.balance,
    postpaid: isPostpaid(organization.payment_plans),
    payable: organization.account_payable,
  };
}

async function holdingsOf(
  scope: GroupScope,
  role: Role,
  price: Promise<Priced>,
): Promise<ScopeOverview['holdings']> {
  if (!roleCan(role, 'group.read')) return { machines: hidden, disks: hidden, addresses: hidden };
  const [vms, volumes, reserved, each] = await Promise.all([
    vmsOf(scope),
    volumesOf(scope),
    scope.kind === 'organization' ? reservedOf(scope, price) : known<ChargedItem>([]),
    price,
  ]);
  const shown = machineAddresses(vms, scope.label, each);
  return {
    machines: vms.part,
    disks: markUsedDisks(volumes, vms.rows),
    addresses: joinAddresses(reserved, shown),
  };
}

/** Joins reserved addresses and those of machines. An address that is in both counts as the machine's. */
function joinAddresses(reserved: Part<ChargedItem>, shown: ChargedItem[]): Part<ChargedItem> {
  if (reserved.kind === 'problem') return { ...reserved, rows: shown };
  if (reserved.kind !== 'known') return reserved;
  const ids = new Set(shown.map(({ id }) => id));
  const more = reserved.rows.filter(({ id }) => !ids.has(id));
  const inBoth = reserved.rows.length - more.length;
  return known([...shown, ...more], reserved.total - inBoth + shown.length);
}

/** The person's role in a scope. An admin of an organization is an admin in its projects, too. */
export async function roleOf(scope: GroupScope): Promise<Role> {
  return (await roleIn(scope.group)) ?? scope.role;
}

/**
 * Reads the overview of an organization or project.
 * @param read false reads only its money, for a page with too many scopes to read all of them
 */
export async function groupOverview(
  scope: GroupScope,
  read: boolean,
  price: Promise<Priced>,
): Promise<ScopeOverview> {
  const role = await roleOf(scope);
  const [holdings, me] = await Promise.all([
    read ? holdingsOf(scope, role, price) : { machines: unread, disks: unread, addresses: unread },
    tryRead('A04', {}),
  ]);
  const seesMoney = roleCan(role, 'billing.read');
  return {
    scope,
    role,
    holdings,
    money: seesMoney ? moneyOf(scope, me.data ?? null) : null,
    seesMoney,
    create: roleCan(role, 'group.write') ? paths.newVm(scope.group) : null,
  };
}

/** Removes an organization's reserved addresses that a machine of its projects uses, since they count there. */
export function shareAddresses(overviews: readonly ScopeOverview[]): ScopeOverview[] {
  return overviews.map((overview) => {
    const { scope, holdings } = overview;
    if (scope.kind !== 'organization' || holdings.addresses.kind !== 'known') return overview;
    const others = overviews.filter(
      (other) => other.scope.kind === 'project' && other.scope.group.org === scope.group.org,
    );
    const used = new Set(
      others.flatMap((other) => rowsOf(other.holdings.addresses).map(({ id }) => id)),
    );
    const rows = holdings.addresses.rows.filter(({ id }) => !used.has(id));
    const total = holdings.addresses.total - (holdings.addresses.rows.length - rows.length);
    return { ...overview, holdings: { ...holdings, addresses: known(rows, total) } };
  });
}
