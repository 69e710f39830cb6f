/** What a machine costs running and stopped, from its tier's unit prices (D77). Pure and browser-safe. */
import { wholePrice, type Amount, type UnitPrice } from '@/lib/pricing';
import type { Detail } from '../use-instance';

/** What of a machine is paid for. */
export interface Paid {
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
  dedicated: boolean;
  /** Public addresses that hang on it. */
  addresses: number;
}

/** What is paid for of a machine as it is; NaN where the backend doesn't say. */
export const paidOf = (machine: Detail): Paid => ({
  cpu: machine.cpu ?? NaN,
  memory: machine.memory_gb ?? NaN,
  storage: machine.storage_gb ?? NaN,
  dedicated: machine.is_cpu_dedicated === true,
  addresses: machine.ip_address === null ? 0 : 1,
});

/** All of it while it runs; a stopped one pays its disk and its address. Not known where a part's price isn't. */
export function priceOf(
  prices: readonly UnitPrice[] | undefined,
  { addresses, ...size }: Paid,
  state: 'running' | 'stopped',
): Amount {
  const order = { ...size, backup: false, newAddresses: addresses };
  return wholePrice(prices, state === 'running' ? order : { ...order, cpu: 0, memory: 0 });
}
