import type { Result, Row } from '@/lib/contract/types';
import { wholePrice, type Amount, type PricedOrder, type UnitPrice } from '@/lib/pricing';
import type { Size, Prefill } from '@/components/vps/instances/wizard/prefill';

/** A tier with its unit prices. */
export interface PricedTier {
  id: string;
  name: string;
  description: string | null;
  /** Null while they load, and if they couldn't be loaded. */
  rows: readonly TierPrice[] | null;
  failed: boolean;
}

type TierPrice = UnitPrice & Pick<Row<'D77'>, 'unit'>;

/** Joins the tiers with their prices. @param failed the ids of tiers whose prices couldn't be loaded */
export function pricedTiers(
  tiers: Result<'D76'>['data'],
  prices: ReadonlyMap<string, Result<'D77'>['data']>,
  failed: { has(tier: string): boolean },
): PricedTier[] {
  return tiers.map(({ id, name, description }) => ({
    id,
    name: name ?? id,
    description,
    rows: prices.get(id) ?? null,
    failed: failed.has(id),
  }));
}

/** Makes the order whose price is computed: a size and the chosen options. Null while the size is incomplete. */
export function orderOfPrefill(
  size: Size | null,
  { dedicated, backup, address }: Pick<Prefill, 'dedicated' | 'backup' | 'address'>,
): PricedOrder | null {
  return size && { ...size, dedicated, backup, newAddresses: address ? 1 : 0 };
}

/** What an order costs, by the id of each tier whose prices are known. */
export function offersOf(
  tiers: readonly PricedTier[],
  order: PricedOrder | null,
): ReadonlyMap<string, Amount> {
  return new Map(
    tiers.flatMap(({ id, rows }): [string, Amount][] =>
      rows && order ? [[id, wholePrice(rows, order)]] : [],
    ),
  );
}

/** A component that has a unit price in at least one tier. */
export interface PricedComponent {
  component: string;
  unit: string | null;
}

/** Lists the components that have a price: those of `known` in their order, then the others. */
export function componentsOf(
  tiers: readonly PricedTier[],
  known: readonly string[],
): PricedComponent[] {
  const units = new Map<string, string | null>();
  for (const { component, unit } of tiers.flatMap(({ rows }) => rows ?? []))
    if (component !== null && !units.has(component)) units.set(component, unit);
  const place = (component: string) => {
    const at = known.indexOf(component);
    return at < 0 ? known.length : at;
  };
  return [...units]
    .map(([component, unit]) => ({ component, unit }))
    .sort((a, b) => place(a.component) - place(b.component));
}
