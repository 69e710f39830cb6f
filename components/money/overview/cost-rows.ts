/** What costs money now: by service, by thing, by project, and what each would gain if it were gone. Pure. */
import { gainOf, wholeSum, type Gain, type Service, type Wallet } from '@/lib/pricing';
import { rowsOf, serviceOf, type ChargedItem } from '../dashboards/holdings';
import { costsOf, type ScopeOverview, type ScopeWallet } from '../dashboards/scope-overview';

/** One line of what costs money. */
export interface CostRow {
  id: string;
  /** Null for a service, which has words of its own. */
  name: string | null;
  service: Service;
  href: string | null;
  /** Nothing uses it: a stopped machine, a free disk or address. */
  unused: boolean;
  /** Rupiah an hour; null if the provider doesn't tell. */
  perHour: number | null;
  /** How much longer the balance would last without it. */
  gain: Gain | null;
}

/** The wallet as `lib/pricing` reads it. */
export const walletOf = ({ money, costs }: ScopeWallet): Wallet => ({
  balance: money.balance,
  postpaid: money.postpaid,
  perHour: costs.perHour,
  whole: costs.whole,
});

const dearest = (rows: CostRow[]): CostRow[] =>
  rows.sort((a, b) => (b.perHour ?? 0) - (a.perHour ?? 0));

/** The services of a balance, the dearest first. */
export function serviceRows(wallet: ScopeWallet): CostRow[] {
  return dearest(
    wallet.costs.lines.map(({ service, perHour }) => ({
      id: service,
      name: null,
      service,
      href: null,
      unused: false,
      perHour,
      gain: gainOf(walletOf(wallet), perHour),
    })),
  );
}

/** The machines, disks and addresses that a balance pays, the dearest first, without those that cost nothing. */
export function thingRows(overviews: readonly ScopeOverview[], wallet: ScopeWallet): CostRow[] {
  const gain = (perHour: number | null) => gainOf(walletOf(wallet), perHour);
  const item =
    (service: Service) =>
    (each: ChargedItem): CostRow => ({
      id: each.id,
      name: each.name,
      service,
      href: each.href ?? null,
      unused: each.free,
      perHour: each.perHour,
      gain: gain(each.perHour),
    });
  const own = ({ ownPrice }: ChargedItem) => ownPrice;
  const rows = overviews.flatMap(({ holdings }): CostRow[] => [
    ...rowsOf(holdings.machines).map((machine) => ({
      id: machine.id,
      name: machine.name,
      service: serviceOf[machine.group],
      href: machine.href,
      unused: machine.group === 'off',
      perHour: machine.perHour,
      gain: gain(machine.perHour),
    })),
    ...rowsOf(holdings.disks).filter(own).map(item('disks')),
    ...rowsOf(holdings.addresses).filter(own).map(item('addresses')),
  ]);
  return dearest(rows.filter(({ perHour }) => perHour !== 0));
}

/** What an organization itself and each of its projects cost, the dearest first. Empty without projects. */
export function projectRows(overviews: readonly ScopeOverview[], wallet: ScopeWallet): CostRow[] {
  if (overviews.length < 2) return [];
  return dearest(
    overviews.map((overview) => {
      const { perHour } = costsOf(overview);
      const { key, label, href } = overview.scope;
      return {
        id: key,
        name: label,
        service: 'rest',
        href,
        unused: false,
        perHour,
        gain: gainOf(walletOf(wallet), perHour),
      };
    }),
  );
}

/** What is paid for although nothing uses it, in rupiah an hour, and what stopping to pay for it gains. */
export interface Unused {
  count: number;
  /** Null if a price isn't known. */
  perHour: number | null;
  gain: Gain | null;
}

/** Adds up what nothing uses; null if everything is in use. */
export function unusedOf(rows: readonly CostRow[], wallet: ScopeWallet): Unused | null {
  const unused = rows.filter((row) => row.unused);
  if (unused.length === 0) return null;
  const perHour = wholeSum(unused.map((row) => row.perHour));
  return { count: unused.length, perHour, gain: gainOf(walletOf(wallet), perHour) };
}
