/** Where a place's pages are. */
import type { Scope } from '@/components/parts/shell/scopes';
import { paths } from '@/lib/paths';

/** Its overview. */
export const overviewOf = (scope: Scope): string =>
  scope.kind === 'account' ? paths.vpsOverview(scope.account) : paths.overview(scope.group);

/** The list of its machines. */
export const listOf = (scope: Scope): string =>
  scope.kind === 'account' ? paths.instances(scope.account) : paths.vms(scope.group);
