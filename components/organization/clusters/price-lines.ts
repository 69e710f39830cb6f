'use client';
import { useTranslations } from 'use-intl';
import type { PriceLine } from '@/components/parts/forms/price-summary';
import { priceOf } from '../vms/price';
import type { Cluster } from './cluster';

/** Gives a function that lists what a cluster's price is made of: its plan for each node, and its volume. */
export function usePriceLines(): (
  of: Pick<Cluster, 'pricing' | 'pv_pricing'>,
  nodes: number,
) => PriceLine[] {
  const t = useTranslations('clusters');
  return ({ pricing, pv_pricing: volume }, nodes) => {
    const one = priceOf(pricing).perHour;
    const plan = pricing?.instance_type ?? '–';
    return [
      {
        label: t('line', { plan, count: nodes }),
        perHour: one === null ? null : one * nodes,
      },
      ...(volume
        ? [
            {
              label: t('volumeLine', { plan: volume.instance_type ?? '–' }),
              perHour: priceOf(volume).perHour,
            },
          ]
        : []),
    ];
  };
}
