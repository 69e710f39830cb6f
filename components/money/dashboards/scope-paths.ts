/** The paths of the pages of a scope. */
import { allows } from '@/components/parts/shell/scope-rules';
import type { Scope } from '@/components/parts/shell/scopes';
import { roleCan } from '@/lib/contract/permissions';
import { paths } from '@/lib/paths';

/** The overview of a scope. */
export const overviewPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group);

/** The bills of a scope, as far as the person may read them; null if they may not, or if it has none of its own. */
function billsOf(scope: Scope): string | null {
  if (scope.kind === 'account')
    return allows(scope, 'billing') ? paths.vpsBilling(scope.account) : null;
  const may = scope.kind === 'organization' && roleCan(scope.role, 'billing.read');
  return may ? paths.billing(scope.group) : null;
}

/** Whether the scope shows no machines, but its bills: finance, or a key for billing. */
const showsBills = (scope: Scope) => !scope.machines && billsOf(scope) !== null;

/** Whether it shows nothing but bills: a key may see networks, too. */
const billsAlone = (scope: Scope) =>
  showsBills(scope) && !(scope.kind === 'account' && allows(scope, 'read_network'));

/** The first page of a person with these scopes, where that isn't home: of one scope, or the bills for finance. */
export function landingPath(scopes: readonly Scope[]): string | null {
  const [only, second] = scopes;
  if (!only) return null;
  if (second) return scopes.every(showsBills) ? paths.allBilling() : null;
  return billsAlone(only) ? billsOf(only) : overviewPath(only);
}

/** The bills that a person may read: of their one organization or account, or of all; null if they may read none. */
export function billsPath(scopes: readonly Scope[]): string | null {
  const [only = null, second] = scopes.flatMap((scope) => billsOf(scope) ?? []);
  return second === undefined ? only : paths.allBilling();
}

/** Where the scope that pays is topped up; null for a project, whose organization pays. */
export const topUpPath = (scope: Scope): string | null =>
  scope.kind === 'project'
    ? null
    : paths.topUp(scope.kind === 'account' ? { account: scope.account } : { org: scope.group.org });

/** The list of a scope's machines. */
export const machinesPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.instances(scope.account) : paths.vms(scope.group);
