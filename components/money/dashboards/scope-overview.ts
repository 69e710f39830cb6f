/** What a dashboard shows of one scope (account, organization or project), and the wallets that pay for it. Pure. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { Role } from '@/lib/contract/permissions';
import { addUp, runway, type Costs, type Omission, type Runway } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';
import { chargedOf, unreadOf, type Holdings } from './holdings';

/** What may be known of an account's money, all IDR. */
export interface Money {
  /** Null: not said. */
  balance: number | null;
  /** Invoiced afterwards. */
  postpaid: boolean;
  /** Of a postpaid organization: what is open. */
  payable: number | null;
  /** Spent this month so far. */
  spent: number | null;
  /** The backend's own estimate of the whole month. */
  monthEstimate: number | null;
  /** What the backend itself says that an hour costs now. */
  perHour: number | null;
  /** The last payments in. `date` is YYYY-MM-DD. */
  topUps: { amount: number | null; date: string | null }[];
  /** The money couldn't be asked for. */
  problem: Problem | null;
}

export const unknownMoney: Money = {
  balance: null,
  postpaid: false,
  payable: null,
  spent: null,
  monthEstimate: null,
  perHour: null,
  topUps: [],
  problem: null,
};

/** What is known of one scope: what it holds, what it costs, and what this person may see. */
export interface ScopeOverview {
  scope: Scope;
  /** In an organization or project; null for a VPS account, whose rights the backend alone knows. */
  role: Role | null;
  holdings: Holdings;
  /** Null where it has none of its own (a project), or where it isn't this person's to see. */
  money: Money | null;
  /** Whether prices and balances are this person's to see. */
  seesMoney: boolean;
  /** Where the first machine is made; null where that isn't this person's to do. */
  create: string | null;
}

/** A balance and what is paid from it. */
export interface ScopeWallet {
  overview: ScopeOverview;
  money: Money;
  costs: Costs;
  runway: Runway;
}

/** The overviews that one wallet pays for: its own scope, and the projects of an organization. */
function paidBy(overview: ScopeOverview, overviews: readonly ScopeOverview[]): ScopeOverview[] {
  const { scope } = overview;
  if (scope.kind !== 'organization') return [overview];
  const projects = overviews.filter(
    (other) => other.scope.kind === 'project' && other.scope.group.org === scope.group.org,
  );
  return [overview, ...projects];
}

/** What the lists of some scopes lack. No list of DewaVPS shows the backups and snapshots of all machines. */
function unseenOf(overviews: readonly ScopeOverview[]): Omission[] {
  const unread = overviews.flatMap(({ holdings }) => unreadOf(holdings));
  const copies = overviews.some(({ scope }) => scope.kind === 'account');
  return [...new Set<Omission>([...unread, ...(copies ? (['copies'] as const) : [])])];
}

/** The costs of one scope. A backend's own total counts only for an account, where it includes nothing else. */
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
