'use client';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** The price of an address, and the state of its reads. */
export interface AddressPrice {
  /** Rupiah; null while it loads, and when the provider doesn't say. */
  perHour: number | null;
  perMonth: number | null;
  loading: boolean;
  error: ProblemError | null;
}

/**
 * What a public address costs in a location, D77. An address has no tier: that of the machine which has it counts, else
 * the location's first (D76).
 * @param of id of the machine's tier
 */
export function useAddressPrice(location: string, of = ''): AddressPrice {
  const there = location !== '' && of === '';
  const tiers = useBackendQuery('D76', { query: { location_id: location } }, { enabled: there });
  const tier = of || (tiers.data?.data[0]?.id ?? '');
  const prices = useBackendQuery('D77', { params: { tier_id: tier } }, { enabled: tier !== '' });
  const row = prices.data?.data.find(({ component }) => component === 'public_ip');
  return {
    perHour: row?.price_per_hour ?? null,
    perMonth: row?.price_per_month ?? null,
    loading: (there && tiers.isPending) || (tier !== '' && prices.isPending),
    error: tiers.error ?? prices.error,
  };
}
