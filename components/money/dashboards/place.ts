/** An account as a dashboard knows it, and the wallets that pay for them. Pure. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { Role } from '@/lib/contract/permissions';
import { addUp, runway, type Costs, type Runway } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';
import { chargedOf, listedWhole, type Holdings } from './holdings';

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

export interface Place {
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
export interface PlaceWallet {
  place: Place;
  money: Money;
  costs: Costs;
  runway: Runway;
}

/** The places that are paid from the wallet of `place`: itself, and the projects of an organization. */
function paidBy(place: Place, places: readonly Place[]): Place[] {
  const { scope } = place;
  if (scope.kind !== 'organization') return [place];
  const projects = places.filter(
    (other) => other.scope.kind === 'project' && other.scope.group.org === scope.group.org,
  );
  return [place, ...projects];
}

/** What a place costs by itself. A backend's own total counts where it speaks of this place alone. */
export function costsOf({ holdings, money, scope }: Place): Costs {
  const own = scope.kind === 'account' ? money : null;
  const told = { perHour: own?.perHour ?? null, perMonth: own?.monthEstimate ?? null };
  return addUp(chargedOf(holdings), told, listedWhole(holdings));
}

/** Every balance that this person may see, in the order of the places. */
export function walletsOf(places: readonly Place[]): PlaceWallet[] {
  return places.flatMap((place) => {
    const { money } = place;
    if (!place.seesMoney || !money) return [];
    const paid = paidBy(place, places);
    const told = { perHour: money.perHour, perMonth: money.monthEstimate };
    const charged = paid.flatMap(({ holdings }) => chargedOf(holdings));
    const costs = addUp(
      charged,
      told,
      paid.every(({ holdings }) => listedWhole(holdings)),
    );
    const { balance, postpaid } = money;
    const { perHour, whole } = costs;
    return [{ place, money, costs, runway: runway({ balance, postpaid, perHour, whole }) }];
  });
}
