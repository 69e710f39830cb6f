/** Reads the accounts of a dashboard in parallel. Server only. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { Place } from './place';
import { accountCalls, accountPlace } from './read-account';
import { addressPrice, groupCalls, groupPlace, shareAddresses } from './read-group';

/** Organizations and projects whose machines are read; more would eat the budget of calls. */
const mostGroups = 8;

export interface Loaded {
  /** In the order of the shell. */
  places: Place[];
  /** When they were read, in milliseconds since 1970. */
  at: number;
  /** Backend calls that one reading takes, about. */
  calls: number;
}

export async function loadPlaces(scopes: readonly Scope[]): Promise<Loaded> {
  const groups = scopes.filter(({ kind }) => kind !== 'account').slice(0, mostGroups);
  const price =
    groups.length > 0 ? addressPrice() : Promise.resolve({ perHour: null, perMonth: null });
  const places = await Promise.all(
    scopes.map((scope) =>
      scope.kind === 'account'
        ? accountPlace(scope)
        : groupPlace(scope, groups.includes(scope), price),
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
  return { places: shareAddresses(places), at: Date.now(), calls };
}
