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

/** The balance of an organization, and what it pays. Amounts are rupiah. */
export interface OrganizationWallet extends Pick<Costs, 'perHour' | 'whole'> {
  /** Null if it isn't known. */
  balance: number | null;
  /** It is invoiced after use, so that no balance runs out. */
  postpaid: boolean;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}

/**
 * Reads the balance of an organization and the costs that it pays.
 * @param organization its uuid
 * @returns null if this person may not see its money, or if it isn't one of theirs
 */
export async function organizationWallet(organization: string): Promise<OrganizationWallet | null> {
  const key = `o/${organization}`;
  const { scopes } = await scopesFor(key);
  const scope = scopes.find((each) => each.key === key);
  if (!scope) return null;
  const { overviews, at } = await loadOverviews(coveredBy(scope, scopes));
  const [wallet] = walletsOf(overviews);
  if (!wallet) return null;
  const { perHour, whole } = wallet.costs;
  const { balance, postpaid } = wallet.money;
  return { balance, postpaid, perHour, whole, at };
}

/** Reads the costs that an organization's balance pays; null as for `organizationWallet`. */
export async function organizationRate(
  organization: string,
): Promise<Pick<Costs, 'perHour' | 'whole'> | null> {
  const wallet = await organizationWallet(organization);
  return wallet && { perHour: wallet.perHour, whole: wallet.whole };
}
