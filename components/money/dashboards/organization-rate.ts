/** What an organization with all its projects costs an hour, added up as on its overview. Server only. */
import type { Scope } from '@/components/parts/shell/scopes';
import { scopesFor } from '@/components/parts/shell/scopes';
import type { OrganizationWallet } from '@/lib/pricing';
import { ProblemError } from '@/lib/problem';
import { loadOverviews } from './load';
import { walletsOf } from './scope-overview';

/** The scopes of a page: its own, and those of its projects if it is an organization, since it pays for them. */
export function coveredBy(scope: Scope, scopes: readonly Scope[]): Scope[] {
  if (scope.kind !== 'organization') return [scope];
  const own = scope.group.org;
  return [scope, ...scopes.filter((other) => other.kind === 'project' && other.group.org === own)];
}

/**
 * Reads an organization's balance and the costs that it pays.
 * @param organization its uuid
 * @returns null if this person may not see its money
 * @throws ProblemError if it isn't known whether the person may
 */
export async function organizationWallet(organization: string): Promise<OrganizationWallet | null> {
  const key = `o/${organization}`;
  const { scopes, problem } = await scopesFor(key);
  const scope = scopes.find((each) => each.key === key);
  if (!scope && problem) throw new ProblemError(problem);
  if (!scope) return null;
  const { overviews, at } = await loadOverviews(coveredBy(scope, scopes));
  const [wallet] = walletsOf(overviews);
  if (!wallet) return null;
  const { balance, postpaid } = wallet.money;
  const { perHour, whole } = wallet.costs;
  return { balance, postpaid, perHour, whole, at };
}

/** The costs alone, for a page that has read the balance. @throws ProblemError as `organizationWallet` does */
export async function organizationRate(
  organization: string,
): Promise<Pick<OrganizationWallet, 'perHour' | 'whole'> | null> {
  const wallet = await organizationWallet(organization);
  return wallet && { perHour: wallet.perHour, whole: wallet.whole };
}
