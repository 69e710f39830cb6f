/** What an organization with all its projects costs an hour, added up as on its overview. Server only. */
import type { Scope } from '@/components/parts/shell/scopes';
import { scopesFor } from '@/components/parts/shell/scopes';
import type { Costs } from '@/lib/pricing';
import { loadOverviews } from './load';
import { walletsOf } from './scope-overview';

/** The scopes of a page: its own, and those of its projects if it is an organization, since it pays for them. */
export function coveredBy(scope: Scope, scopes: readonly Scope[]): Scope[] {
  if (scope.kind !== 'organization') return [scope];
  const own = scope.group.org;
  return [scope, ...scopes.filter((other) => other.kind === 'project' && other.group.org === own)];
}

/**
 * Reads the costs that an organization's balance pays.
 * @param organization its uuid
 * @returns null if this person may not see its money, or if it couldn't be read
 */
export async function organizationRate(
  organization: string,
): Promise<Pick<Costs, 'perHour' | 'whole'> | null> {
  const key = `o/${organization}`;
  const { scopes } = await scopesFor(key);
  const scope = scopes.find((each) => each.key === key);
  if (!scope) return null;
  const { overviews } = await loadOverviews(coveredBy(scope, scopes));
  const [wallet] = walletsOf(overviews);
  return wallet ? { perHour: wallet.costs.perHour, whole: wallet.costs.whole } : null;
}
