/** Adds up the overviews of a dashboard. Pure. */
import { joinLines, soonerFirst, type CostLine, type Costs, type Omission } from '@/lib/pricing';
import { rowsOf } from './holdings';
import type { Machine } from './machine';
import { costsOf, walletsOf, type ScopeOverview, type ScopeWallet } from './scope-overview';

/** The sums that a dashboard shows, in rupiah. */
export interface Totals {
  machines: Machine[];
  wallets: ScopeWallet[];
  /** The wallet that runs out first; null if there is none. */
  first: ScopeWallet | null;
  /** The sum of the known balances; null if none is known. */
  balance: number | null;
  lines: CostLine[];
  perHour: number | null;
  perMonth: number | null;
  /** Where the costs come from; null if scopes differ in it. */
  basis: Costs['basis'] | null;
  whole: boolean;
  /** The costs that the sums leave out. */
  leftOut: Omission[];
}

const sum = (amounts: readonly (number | null)[]): number | null => {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
};

/** The costs that each wallet pays, and the costs that no wallet here pays. */
function costsOfAll(overviews: readonly ScopeOverview[], wallets: readonly ScopeWallet[]): Costs[] {
  const organizations = wallets.flatMap(({ overview: { scope } }) =>
    scope.kind === 'organization' ? [scope.group.org] : [],
  );
  const others = overviews.filter(({ scope, money, seesMoney }) => {
    if (!seesMoney || money) return false;
    return scope.kind !== 'project' || !organizations.includes(scope.group.org);
  });
  return [...wallets.map(({ costs }) => costs), ...others.map(costsOf)];
}

/** Adds up all overviews of a dashboard. What two overviews share counts once. */
export function totalsOf(overviews: readonly ScopeOverview[]): Totals {
  const wallets = walletsOf(overviews);
  const costs = costsOfAll(overviews, wallets);
  const [basis] = costs.map((each) => each.basis);
  return {
    machines: overviews.flatMap(({ holdings }) => rowsOf(holdings.machines)),
    wallets,
    first: [...wallets].sort((a, b) => soonerFirst(a.runway, b.runway))[0] ?? null,
    balance: sum(wallets.map(({ money }) => money.balance)),
    lines: joinLines(costs.map(({ lines }) => lines)),
    perHour: sum(costs.map(({ perHour }) => perHour)),
    perMonth: sum(costs.map(({ perMonth }) => perMonth)),
    basis: costs.every((each) => each.basis === basis) ? (basis ?? null) : null,
    whole: costs.every(({ whole }) => whole),
    leftOut: [...new Set(costs.flatMap(({ leftOut }) => leftOut))],
  };
}
