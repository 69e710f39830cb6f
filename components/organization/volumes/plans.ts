/** The plans for volumes among the provider's prices, and what a refusal of one of them is about. */
import type { Row } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { isSoldOut } from '../vms/catalogue';
import { priceOf, type Priced } from '../vms/price';

/** A plan for volumes. */
export interface VolumePlan extends Priced {
  uuid: string;
  name: string;
  /** GB */
  size: number | null;
  soldOut: boolean;
}

/** The plans for volumes among all prices (A34, unfiltered), the smallest first. @param above GB that they exceed */
export function volumePlans(prices: readonly Row<'A34'>[], above = 0): VolumePlan[] {
  return prices
    .filter(({ suitable_for: use, storage_gb: size }) => use === 'volume' && (size ?? 0) > above)
    .map((plan) => ({
      uuid: plan.uuid,
      name: plan.instance_type ?? plan.uuid,
      size: plan.storage_gb,
      soldOut: isSoldOut(plan),
      ...priceOf(plan),
    }))
    .sort(
      (a, b) => (a.size ?? 0) - (b.size ?? 0) || (a.perHour ?? Infinity) - (b.perHour ?? Infinity),
    );
}

/** What the backend's refusal is about, where it names no field: the name or the plan. Null for neither. */
export function blamed({ code, backendMessage = '' }: Problem): 'label' | 'pricing_uuid' | null {
  if (code === 'conflict' && /label|\bnam[ae]\b/i.test(backendMessage)) return 'label';
  if (code !== 'conflict' && code !== 'not_found') return null;
  return /pric|plan/i.test(backendMessage) ? 'pricing_uuid' : null;
}
