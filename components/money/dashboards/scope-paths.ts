/** The paths of an account's, organization's or project's pages. */
import type { Scope } from '@/components/parts/shell/scopes';
import { paths } from '@/lib/paths';

/** Its overview. */
export const overviewPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group);

/** The list of its machines. */
export const machinesPath = (scope: Scope): string =>
  scope.kind === 'account' ? paths.instances(scope.account) : paths.vms(scope.group);
