/** Reads the overview of a DewaVPS account, in parallel. One failed read doesn't fail the others. Server only. */
import { allows } from '@/components/parts/shell/scope-rules';
import { cache } from 'react';
import type { AccountScope } from '@/components/parts/shell/scopes';
import type { ReadRef, Ref } from '@/lib/contract';
import type { KeyRight } from '@/lib/contract/permissions';
import type { Result } from '@/lib/contract/types';
import { tryRead, type Tried } from '@/lib/next/backend';
import { isRefused } from '@/lib/next/key-rights';
import { currentSession } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { balanceOf } from '@/lib/pricing';
import {
  addresses,
  firstAddresses,
  firstVolumes,
  instances,
  newestInstances,
  volumes,
} from '@/lib/resources/vps';
import type { AccountResource } from '@/lib/resources/resource';
import { known, type Part, type ChargedItem } from './holdings';
import { ofInstance, type Machine } from './machine';
import { unknownMoney, type Money, type ScopeOverview } from './scope-overview';

export type { AccountScope };

/** How many pages of machines are read. More would use up the calls a minute. */
const mostPages = 3;
/** How many calls an account with one page of machines takes, without those that its key may not make. */
export function accountCalls({ refused }: AccountScope): number {
  const asks = {
    read_instance: 2,
    read_network: 1,
    billing: 1,
    write_instance: 0,
    write_network: 0,
  } satisfies Record<KeyRight, number>;
  return 4 - refused.reduce((sum, right) => sum + asks[right], 0);
}

/**
 * Makes a part of the answer of a list, or of its problem.
 * @param rows takes the rows out of the answer
 * @param total how many rows the backend has, if the answer says it
 */
export function partOf<R extends Ref, T>(
  { data, problem }: Tried<Result<R>>,
  rows: (data: Result<R>) => T[],
  total?: (data: Result<R>) => number | null | undefined,
): Part<T> {
  if (problem)
    return problem.code === 'no_access'
      ? { kind: 'hidden' }
      : { kind: 'problem', problem, rows: [] };
  const found = rows(data);
  return known(found, Math.max(found.length, total?.(data) ?? 0));
}

/** Read once a request, whoever asks first: the page, before the rights of the key are known, or its overview. */
const readMachines = cache((account: string) => tryRead('D02', newestInstances, account));
const readVolumes = cache((account: string) => tryRead('D64', firstVolumes, account));
const readAddresses = cache((account: string) => tryRead('D58', firstAddresses, account));
const readSummary = cache((account: string) => tryRead('D78', {}, account));

async function machinesOf({
  account,
  label,
  machines: seen,
}: AccountScope): Promise<Part<Machine>> {
  if (!seen) return { kind: 'hidden' };
  const ask = (page: number) =>
    tryRead('D02', { query: { ...newestInstances.query, page } }, account);
  const first = await readMachines(account);
  if (first.problem) return partOf<'D02', Machine>(first, () => []);
  const total = first.data.page?.total ?? first.data.data.length;
  // A backend may give fewer rows than it is asked for.
  const pages = Math.min(mostPages, Math.ceil(total / Math.max(1, first.data.data.length)));
  const more = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, index) => ask(index + 2)),
  );
  const rows = [first, ...more].flatMap(({ data }) => data?.data ?? []);
  const machines = rows
    .filter(({ status }) => status?.toLowerCase() !== 'deleted')
    .map((row) => ofInstance(row, label, instances.href(account, row.uuid)));
  const gone = rows.length - machines.length;
  return known(machines, Math.max(total - gone, machines.length));
}

/** The fields that a disk and an address share: name, place and price. */
function sharedFields<R extends ReadRef, Named>(
  of: AccountResource<R, Named>,
  { account, label }: AccountScope,
  row: Named & { price_per_hour: number | null; estimated_monthly_cost: number | null },
) {
  return {
    href: of.href(account, of.id(row)),
    name: of.name(row),
    place: label,
    perHour: row.price_per_hour,
    perMonth: row.estimated_monthly_cost,
  };
}

async function disksOf(scope: AccountScope): Promise<Part<ChargedItem>> {
  if (!allows(scope, volumes.rights.read)) return { kind: 'hidden' };
  return partOf<'D64', ChargedItem>(
    await readVolumes(scope.account),
    ({ data }) =>
      data.map((disk) => ({
        ...sharedFields(volumes, scope, disk),
        id: `block/${disk.id}`,
        free: disk.attached_to === null,
        ownPrice: true,
        sizeGb: disk.size_gb,
      })),
    ({ page }) => page?.total,
  );
}

/** A machine's price includes its address, so only an unused address has its own price. */
async function addressesOf(scope: AccountScope): Promise<Part<ChargedItem>> {
  if (!allows(scope, addresses.rights.read)) return { kind: 'hidden' };
  return partOf<'D58', ChargedItem>(
    await readAddresses(scope.account),
    ({ data }) =>
      data.map((address) => ({
        ...sharedFields(addresses, scope, address),
        id: `address/${address.uuid}`,
        free: address.instance === null,
        ownPrice: address.instance === null,
        sizeGb: null,
      })),
    ({ page }) => page?.total,
  );
}

/**
 * Whether an account pays after use, and what it owes. Nothing tells it of an account but its invoices (D83). They are
 * asked for only where the balance is used up: while there is one, it pays.
 */
async function owedOf(
  account: string,
  balance: number | null,
): Promise<Pick<Money, 'postpaid' | 'payable'>> {
  if (balance !== null && balance > 0) return { postpaid: false, payable: null };
  const { data } = await tryRead('D83', {}, account);
  const postpaid = (data?.total_paid ?? 0) + (data?.total_unpaid ?? 0) > 0;
  return { postpaid, payable: postpaid ? (data?.total_unpaid_amount ?? null) : null };
}

async function moneyOf(scope: AccountScope): Promise<Money | null> {
  if (!allows(scope, 'billing')) return null;
  const { data, problem } = await readSummary(scope.account);
  if (problem?.code === 'no_access') return null;
  if (problem) return { ...unknownMoney, problem };
  const balance = balanceOf(data);
  return {
    ...unknownMoney,
    ...(await owedOf(scope.account, balance)),
    balance,
    booked: data.current_balance === balance ? null : data.current_balance,
    spent: data.current_cost,
    monthEstimate: data.estimated_monthly_total,
    perHour: data.current_hour_cost,
    topUps: data.last_topup,
  };
}

/** Whether the provider refuses every call of the key, since it is revoked or expired. */
export const isKeyRefused = (part: Part<unknown>) =>
  part.kind === 'problem' && part.problem.code === 'credential_refused';

/** Reads the overview of an account, once a request, so that a page can begin with it before it knows all scopes. */
export const accountOverview = cache(async (scope: AccountScope): Promise<ScopeOverview> => {
  const [machines, disks, spare, money] = await Promise.all([
    machinesOf(scope),
    disksOf(scope),
    addressesOf(scope),
    moneyOf(scope),
  ]);
  const makes =
    !isKeyRefused(machines) && machines.kind !== 'hidden' && allows(scope, 'write_instance');
  const create = makes ? paths.newInstance(scope.account) : null;
  return {
    scope,
    role: null,
    holdings: { machines, disks, addresses: spare },
    money,
    seesMoney: true,
    create,
  };
});

/**
 * Begins with what the overview of an account asks, before it is known what its key may see. What the key is known to
 * be refused isn't asked for.
 * @param account its slug
 */
export async function beginAccount(account: string): Promise<void> {
  const begin = async (right: KeyRight, read: (account: string) => Promise<unknown>) => {
    if (!(await isRefused(account, right))) await read(account);
  };
  await Promise.all([
    begin(instances.rights.read, readMachines),
    begin(volumes.rights.read, readVolumes),
    begin(addresses.rights.read, readAddresses),
    begin('billing', readSummary),
  ]);
}

/** Begins to read every account of the session, for a page that has to wait for Awanio's scopes besides. */
export async function readAhead(): Promise<void> {
  const session = await currentSession();
  for (const { slug } of session?.accounts ?? []) void beginAccount(slug).catch(() => {});
}
