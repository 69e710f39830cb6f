/** The paths of the pages of a scope. */
import type { Scope } from '@/components/parts/shell/scopes';
import { paths } from '@/lib/paths';

/** The overview of a scope. */
export const overviewPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group);

/** The first page for a person with this scope alone: finance, which sees no machines, looks for its bills. */
export const landingPath = (scope: Scope): string =>
  scope.kind === 'organization' && !scope.machines
    ? paths.billing(scope.group)
    : overviewPath(scope);

/** The list of a scope's machines. */
export const machinesPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.instances(scope.account) : paths.vms(scope.group);
