'use client';
import { useQueries } from '@tanstack/react-query';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { useBackendRead } from '@/lib/query/use-backend-query';
import type { Machine } from '../machine';
import { stopChange, tierOf } from './savings';

/**
 * Says what stopping machines saves a day, and when the balance ends then. It shows nothing while a price isn't known. A row tells
 * its tier by name, but prices go by the tier's id. So the detail of one machine of each tier is read, and the number of calls
 * doesn't grow with that of the machines.
 */
export function StopSavings({ machines }: { machines: readonly Machine[] }) {
  const read = useBackendRead();
  const firsts = [...new Map(machines.map((machine) => [tierOf(machine), machine]))];
  const details = useQueries({
    queries: firsts.map(([, { uuid }]) => read('D04', { params: { instance_uuid: uuid } })),
  });
  const ids = details.map(({ data }) => data?.tier_id ?? null);
  const tiers = [...new Set(ids)].filter((id) => id !== null);
  const prices = useQueries({
    queries: tiers.map((tier) => read('D77', { params: { tier_id: tier } })),
  });
  const pricesOf = (tier: string) => {
    const id = ids[firsts.findIndex(([name]) => name === tier)] ?? null;
    return id === null ? undefined : prices[tiers.indexOf(id)]?.data?.data;
  };
  return <BalanceAfter added={stopChange(machines, pricesOf)} />;
}
