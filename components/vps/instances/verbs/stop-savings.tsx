'use client';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { changeOf } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { pricedPartsOf, priceOf } from '../lifecycle/prices';
import type { Machine } from '../machine';
import { useInstance } from '../use-instance';

/**
 * Says what stopping a machine saves a day, and when the balance ends then. It shows nothing of several machines, each of which
 * would take two calls, nor while a price isn't known.
 */
export function StopSavings({ machines }: { machines: readonly Machine[] }) {
  const [machine, ...others] = machines;
  return machine && others.length === 0 ? <OfOne uuid={machine.uuid} /> : null;
}

function OfOne({ uuid }: { uuid: string }) {
  const { data: machine } = useInstance(uuid);
  const tier = machine?.tier_id ?? '';
  const prices = useBackendQuery('D77', { params: { tier_id: tier } }, { enabled: tier !== '' });
  if (!machine) return null;
  const { perHour } = priceOf(prices.data?.data, pricedPartsOf(machine), 'stopped');
  return <BalanceAfter added={changeOf(perHour, machine.price_per_hour)} />;
}
