/** What home shows of each account, read in parallel; one that fails fails alone. Server only. */
import { roleCan, type Role } from '@/lib/contract/permissions';
import { canonicalStatus } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import type { Scope } from '@/components/shell/scopes';
import { tryRead } from '@/lib/next/backend';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { ofInstance, ofVm, type HomeMachine } from './machine';

/** Rows that D02 is asked for. */
const mostInstances = 50;
/** Organizations and projects whose machines are read; more would eat the budget of calls. */
export const mostGroups = 8;

/** What may be known of an account's machines. */
export type Machines =
  | { kind: 'known'; machines: HomeMachine[]; total: number }
  | { kind: 'problem'; problem: Problem }
  /** This person may not see machines here. */
  | { kind: 'hidden' }
  /** Not asked, since there are so many places. */
  | { kind: 'unread' };

/** What may be known of an account's money, all IDR. */
export interface Money {
  /** Null: not said, or not for this person. */
  balance: number | null;
  /** Spent this month so far. */
  spent: number | null;
  /** The backend's own estimate of the whole month. */
  monthEstimate: number | null;
  /** The balance couldn't be asked for. */
  problem: Problem | null;
}

export interface Place {
  scope: Scope;
  /** In an organization or project; null for a VPS account, whose rights the backend alone knows. */
  role: Role | null;
  machines: Machines;
  /** Null where this person may not see money. */
  money: Money | null;
  /** Where the first machine is made; null where that isn't this person's to do. */
  create: string | null;
}

export function roleIn(scope: Scope): Role | null {
  return scope.kind === 'account' ? null : scope.role;
}

type GroupScope = Exclude<Scope, { kind: 'account' }>;

async function groupMachines(scope: GroupScope, role: Role): Promise<Machines> {
  if (!roleCan(role, 'group.read')) return { kind: 'hidden' };
  const { group } = scope;
  const params = {
    group_type: group.project ? ('projects' as const) : ('organizations' as const),
    uuid: group.project ?? group.org,
  };
  const { data, problem } = await tryRead('A25', { params });
  if (problem) return { kind: 'problem', problem };
  const there = data.data.filter(({ status }) => canonicalStatus(status) !== 'deleted');
  const machines = there.map((vm) => ofVm(vm, scope.label, paths.vm(group, vm.uuid)));
  return { kind: 'known', machines, total: machines.length };
}

/** A04 holds the balances; the proxy has taken out those that aren't this person's to see. */
function organizationMoney(scope: GroupScope, me: Result<'A04'> | null): Money | null {
  if (scope.kind !== 'organization') return null;
  const found = me?.organizations.find(
    ({ organization }) => organization?.uuid === scope.group.org,
  );
  const balance = found?.organization?.balance ?? null;
  return { balance, spent: null, monthEstimate: null, problem: null };
}

async function groupPlace(scope: GroupScope, read: boolean): Promise<Place> {
  const role = roleIn(scope) ?? 'guest';
  const [machines, me] = await Promise.all([
    read ? groupMachines(scope, role) : { kind: 'unread' as const },
    tryRead('A04', {}),
  ]);
  return {
    scope,
    role,
    machines,
    money: roleCan(role, 'billing.read') ? organizationMoney(scope, me.data ?? null) : null,
    create: roleCan(role, 'group.write') ? paths.newVm(scope.group) : null,
  };
}

/** The machines of a VPS account, the latest ones. */
export async function accountMachines(scope: Scope & { kind: 'account' }): Promise<Machines> {
  const query = { limit: mostInstances, page: 1, sort: 'create,desc' as const };
  const { data, problem } = await tryRead('D02', { query }, scope.account);
  if (problem)
    return problem.code === 'no_access' ? { kind: 'hidden' } : { kind: 'problem', problem };
  const machines = data.data.map((row) =>
    ofInstance(row, scope.label, paths.instance(scope.account, row.uuid)),
  );
  return { kind: 'known', machines, total: data.page?.total ?? machines.length };
}

async function accountMoney(scope: Scope & { kind: 'account' }): Promise<Money | null> {
  const { data, problem } = await tryRead('D78', {}, scope.account);
  if (problem?.code === 'no_access' || problem?.code === 'not_offered') return null;
  if (problem) return { balance: null, spent: null, monthEstimate: null, problem };
  return {
    balance: data.actual_balance ?? data.current_balance,
    spent: data.current_cost,
    monthEstimate: data.estimated_monthly_total,
    problem: null,
  };
}

async function accountPlace(scope: Scope & { kind: 'account' }): Promise<Place> {
  const [machines, money] = await Promise.all([accountMachines(scope), accountMoney(scope)]);
  const create = machines.kind === 'hidden' ? null : paths.newInstance(scope.account);
  return { scope, role: null, machines, money, create };
}

/** All places of a person, in the order of the shell, and when they were read (milliseconds since 1970). */
export async function loadPlaces(
  scopes: readonly Scope[],
): Promise<{ places: Place[]; at: number }> {
  let groups = 0;
  const places = await Promise.all(
    scopes.map((scope) => {
      if (scope.kind === 'account') return accountPlace(scope);
      groups += 1;
      return groupPlace(scope, groups <= mostGroups);
    }),
  );
  return { places, at: Date.now() };
}

/**
 * Where a person with one place goes at once: its list. Not where its machines aren't theirs to see, and
 * not where something else went wrong: home then says what there is.
 */
export async function onlyList(scopes: readonly Scope[]): Promise<string | null> {
  const [scope, second] = scopes;
  if (!scope || second) return null;
  if (scope.kind !== 'account')
    return roleCan(roleIn(scope) ?? 'guest', 'group.read') ? scope.href : null;
  return (await accountMachines(scope)).kind === 'hidden' ? null : scope.href;
}
