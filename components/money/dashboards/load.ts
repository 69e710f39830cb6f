/** Reads the accounts of a dashboard in parallel. Server only. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { ScopeOverview } from './scope-overview';
import { accountCalls, accountOverview } from './read-account';
import { addressPrice, groupCalls, groupOverview, shareAddresses } from './read-group';

/** Organizations and projects whose machines are read; more would eat the budget of calls. */
const mostGroups = 8;

export interface LoadedOverviews {
  /** In the order of the shell. */
  overviews: ScopeOverview[];
  /** When they were read, in milliseconds since 1970. */
  at: number;
  /** Backend calls that one reading takes, about. */
  calls: number;
}

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
