/**
 * The price of an instance in a tier, calculated from the tier's unit prices (D77). Amounts are rupiah. It is an
 * estimate, since no operation of the backend prices an order. Pure and browser-safe.
 */

/** The part of a D77 row that pricing reads. */
export interface UnitPrice {
  component: string | null;
  price_per_hour: number | null;
  price_per_month: number | null;
}

export const components = [
  'cpu_shared',
  'cpu_dedicated',
  'memory',
  'storage',
  'backup',
  'public_ip',
] as const;
export type PriceComponent = (typeof components)[number];

export interface PricedOrder {
  /** Cores. */
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
  dedicated: boolean;
  backup: boolean;
  /** New public addresses; an existing one is paid for already. */
  newAddresses: number;
}

export interface PricedLine {
  component: PriceComponent;
  /** Quantity in the component's unit: cores, GB, addresses. NaN while a number isn't typed. */
  quantity: number;
  /** Null if the quantity or the unit price isn't known. */
  perHour: number | null;
  perMonth: number | null;
}

export interface InstancePrice {
  lines: PricedLine[];
  /** Sums of the known lines; null if none is known or a quantity isn't typed. */
  perHour: number | null;
  perMonth: number | null;
  /** Components that the tier has no price for; the sums leave them out. */
  missing: PriceComponent[];
}

function quantities(order: PricedOrder): [PriceComponent, number][] {
  const all: [PriceComponent, number][] = [
    [order.dedicated ? 'cpu_dedicated' : 'cpu_shared', order.cpu],
    ['memory', order.memory],
    ['storage', order.storage],
    ['backup', order.backup ? order.storage : 0],
    ['public_ip', order.newAddresses],
  ];
  return all.filter(([, quantity]) => quantity !== 0);
}

function times(unit: number | null | undefined, quantity: number): number | null {
  const amount = unit === null || unit === undefined ? Number.NaN : unit * quantity;
  return Number.isFinite(amount) ? amount : null;
}

/** The price of an order, with one line for each component. */
export function instancePrice(prices: readonly UnitPrice[], order: PricedOrder): InstancePrice {
  const missing: PriceComponent[] = [];
  const lines = quantities(order).map(([component, quantity]): PricedLine => {
    const unit = prices.find((row) => row.component === component);
    if (unit?.price_per_hour === null || unit === undefined) missing.push(component);
    return {
      component,
      quantity,
      perHour: times(unit?.price_per_hour, quantity),
      perMonth: times(unit?.price_per_month, quantity),
    };
  });
  const typed = lines.every(({ quantity }) => Number.isFinite(quantity));
  const sum = (pick: (line: PricedLine) => number | null) => {
    const known = lines.map(pick).filter((amount) => amount !== null);
    return typed && known.length > 0 ? known.reduce((total, amount) => total + amount, 0) : null;
  };
  return {
    lines,
    perHour: sum((line) => line.perHour),
    perMonth: sum((line) => line.perMonth),
    missing,
  };
}

/** Rupiah; null if it isn't known. */
export interface Amount {
  perHour: number | null;
  perMonth: number | null;
}

export const unknownAmount: Amount = { perHour: null, perMonth: null };

/** The complete price of an order. Unknown if the price of a part is unknown, or before there are prices. */
export function wholePrice(prices: readonly UnitPrice[] | undefined, order: PricedOrder): Amount {
  if (!prices) return unknownAmount;
  const { perHour, perMonth, missing } = instancePrice(prices, order);
  return missing.length > 0 ? unknownAmount : { perHour, perMonth };
}

/** The price of one unit of a component: a core, a GB, an address. */
export function unitPrice(prices: readonly UnitPrice[], component: string): Amount {
  const row = prices.find((one) => one.component === component);
  return row ? { perHour: row.price_per_hour, perMonth: row.price_per_month } : unknownAmount;
}

/** The ids of the cheapest offers by month; none if all cost the same or there is nothing to compare. */
export function cheapest(offers: ReadonlyMap<string, Amount>): ReadonlySet<string> {
  const known = [...offers].flatMap(([id, { perMonth }]) =>
    perMonth === null ? [] : [{ id, perMonth }],
  );
  const least = Math.min(...known.map(({ perMonth }) => perMonth));
  const ids = known.filter(({ perMonth }) => perMonth === least).map(({ id }) => id);
  return new Set(ids.length < known.length ? ids : []);
}
