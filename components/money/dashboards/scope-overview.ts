/** What a dashboard shows of one scope (account, organization or project), and the wallets that pay for it. Pure. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { Role } from '@/lib/contract/permissions';
import { addUp, runway, type Costs, type Omission, type Runway } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';
import { chargedOf, unreadOf, type Holdings } from './holdings';

/** What is known of the money of a scope, in rupiah. */
export interface Money {
  /** Null if it isn't known. */
  balance: number | null;
  /** The balance before this month's use is taken off, where the provider tells both and they differ. */
  booked: number | null;
  /** It is invoiced after use. */
  postpaid: boolean;
  /** What a postpaid organization or account still has to pay. */
  payable: number | null;
  /** What was spent this month so far. */
  spent: number | null;
  /** The backend's own estimate of the whole month. */
  monthEstimate: number | null;
  /** What an hour costs now, as the backend reports it. */
  perHour: number | null;
  /** The last payments to the balance. `date` is YYYY-MM-DD. */
  topUps: { amount: number | null; date: string | null }[];
  /** Why the money couldn't be read. */
  problem: Problem | null;
}

/** Money of which nothing is known. */
export const unknownMoney: Money = {
  balance: null,
  booked: null,
  postpaid: false,
  payable: null,
  spent: null,
  monthEstimate: null,
  perHour: null,
  topUps: [],
  problem: null,
};

/** What a scope holds, what it costs, and what this person may see of it. */
export interface ScopeOverview {
  scope: Scope;
  /** The role in an organization or project; null for a VPS account, which has no roles. */
  role: Role | null;
  holdings: Holdings;
  /** Null for a project, which has no money of its own, and if this person may not see it. */
  money: Money | null;
  /** Whether this person may see prices and balances. */
  seesMoney: boolean;
  /** The page that creates a machine; null if this person may not create one. */
  create: string | null;
}

/** A balance and the costs that it pays. */
export interface ScopeWallet {
  overview: ScopeOverview;
  money: Money;
  costs: Costs;
  runway: Runway;
}

/** The overviews whose costs one balance pays: its own scope, and the projects of an organization. */
function paidBy(overview: ScopeOverview, overviews: readonly ScopeOverview[]): ScopeOverview[] {
  const { scope } = overview;
  if (scope.kind !== 'organization') return [overview];
  const projects = overviews.filter(
    (other) => other.scope.kind === 'project' && other.scope.group.org === scope.group.org,
  );
  return [overview, ...projects];
}

/** What the lists of some scopes leave out. No list of DewaVPS shows the backups and snapshots of all machines. */
function unseenOf(overviews: readonly ScopeOverview[]): Omission[] {
  const unread = overviews.flatMap(({ holdings }) => unreadOf(holdings));
  const copies = overviews.some(({ scope }) => scope.kind === 'account');
  return [...new Set<Omission>([...unread, ...(copies ? (['copies'] as const) : [])])];
}

/** The costs of one scope. The backend's own total is used only for an account: an organization's includes projects. */
export function costsOf(overview: ScopeOverview): Costs {
  const { holdings, money, scope } = overview;
  const own = scope.kind === 'account' ? money : null;
  const told = { perHour: own?.perHour ?? null, perMonth: own?.monthEstimate ?? null };
  return addUp(chargedOf(holdings), told, unseenOf([overview]));
}

/** Every balance that this person may see, in the order of the overviews. */
export function walletsOf(overviews: readonly ScopeOverview[]): ScopeWallet[] {
  return overviews.flatMap((overview) => {
    const { money } = overview;
    if (!overview.seesMoney || !money) return [];
    const paid = paidBy(overview, overviews);
    const told = { perHour: money.perHour, perMonth: money.monthEstimate };
    const charged = paid.flatMap(({ holdings }) => chargedOf(holdings));
    const costs = addUp(charged, told, unseenOf(paid));
    const { balance, postpaid } = money;
    const { perHour, whole } = costs;
    return [{ overview, money, costs, runway: runway({ balance, postpaid, perHour, whole }) }];
  });
}
