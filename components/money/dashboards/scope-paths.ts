/** The paths of the pages of a scope. */
import type { Scope } from '@/components/parts/shell/scopes';
import { roleCan } from '@/lib/contract/permissions';
import { paths } from '@/lib/paths';

/** The overview of a scope. */
export const overviewPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group);

/** Whether the scope shows a person nothing but its bills: finance sees no machines. */
const billsAlone = (scope: Scope) => scope.kind === 'organization' && !scope.machines;

/** Whether the scope shows no machines, and isn't a VPS account whose key lacks billing, too. */
const nothingElse = (scope: Scope) =>
  billsAlone(scope) ||
  (scope.kind === 'account' && !scope.machines && !scope.refused.includes('billing'));

/** The first page of a person with these scopes, where that isn't home: of one scope, or the bills for finance. */
export function landingPath(scopes: readonly Scope[]): string | null {
  const [only, second] = scopes;
  if (!only) return null;
  if (second) return scopes.every(nothingElse) ? paths.allBilling() : null;
  return only.kind === 'organization' && billsAlone(only)
    ? paths.billing(only.group)
    : overviewPath(only);
}

/** The bills that a person may read: of their organization, or of all; null if they may read none. */
export function billsPath(scopes: readonly Scope[]): string | null {
  const [only, second] = scopes.flatMap((scope) =>
    scope.kind === 'organization' && roleCan(scope.role, 'billing.read') ? [scope.group] : [],
  );
  if (!only) return null;
  return second ? paths.allBilling() : paths.billing(only);
}

/** The list of a scope's machines. */
export const machinesPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.instances(scope.account) : paths.vms(scope.group);
