/** What a machine costs running and stopped, from its tier's unit prices (D77). Pure and browser-safe. */
import { wholePrice, type Amount, type UnitPrice } from '@/lib/pricing';
import type { Detail } from '../use-instance';

/** The parts of a machine that have a price. */
export interface PricedParts {
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
  dedicated: boolean;
  /** How many public addresses it has. */
  addresses: number;
}

/**
 * The priced parts that a machine has now; NaN when the backend doesn't say. A row of the list doesn't tell whether the cores
 * are dedicated, which matters only while it runs.
 */
export const pricedPartsOf = (
  machine: Pick<Detail, 'cpu' | 'memory_gb' | 'storage_gb' | 'ip_address'> &
    Partial<Pick<Detail, 'is_cpu_dedicated'>>,
): PricedParts => ({
  cpu: machine.cpu ?? NaN,
  memory: machine.memory_gb ?? NaN,
  storage: machine.storage_gb ?? NaN,
  dedicated: machine.is_cpu_dedicated === true,
  addresses: machine.ip_address === null ? 0 : 1,
});

/** The cost of a machine. A stopped machine costs only its disk and address. Null amounts when a part's price isn't known. */
export function priceOf(
  prices: readonly UnitPrice[] | undefined,
  { addresses, ...size }: PricedParts,
  state: 'running' | 'stopped',
): Amount {
  const order = { ...size, backup: false, newAddresses: addresses };
  return wholePrice(prices, state === 'running' ? order : { ...order, cpu: 0, memory: 0 });
}
