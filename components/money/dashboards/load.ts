/** Reads the accounts of a dashboard in parallel. Server only. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { ScopeOverview } from './scope-overview';
import { accountCalls, accountOverview } from './read-account';
import { addressPrice, groupCalls, groupOverview, shareAddresses } from './read-group';

/** How many organizations and projects have their machines read. More would use up the calls a minute. */
const mostGroups = 8;

/** The overviews of a dashboard. */
export interface LoadedOverviews {
  /** In the order of the scope switcher. */
  overviews: ScopeOverview[];
  /** When they were read, in milliseconds since 1970. */
  at: number;
  /** About how many backend calls one reading takes. */
  calls: number;
}

/** Reads the overviews of some scopes. What can't be read is a problem in its overview; nothing is thrown. */
export async function loadOverviews(scopes: readonly Scope[]): Promise<LoadedOverviews> {
  const groups = scopes.filter(({ kind }) => kind !== 'account').slice(0, mostGroups);
  const price =
    groups.length > 0 ? addressPrice() : Promise.resolve({ perHour: null, perMonth: null });
  const overviews = await Promise.all(
    scopes.map((scope) =>
      scope.kind === 'account'
        ? accountOverview(scope)
        : groupOverview(scope, groups.includes(scope), price),
    ),
  );
  const calls = scopes.reduce(
    (sum, scope) =>
      sum +
      (scope.kind === 'account'
        ? accountCalls(scope)
        : groups.includes(scope)
          ? groupCalls[scope.kind]
          : 0),
    groups.length > 0 ? 1 : 0,
  );
  return { overviews: shareAddresses(overviews), at: Date.now(), calls };
}
