/** The order of a cluster: the values of its form, and the body of A63. Browser-safe. */
import { faultOf } from '@/lib/contract/reading/fault';
import type { Input, Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { monthHours, wholeSum } from '@/lib/pricing';
import { groupParams } from '../vms/group';
import { priceOf, type Priced } from '../vms/price';
import { costOf, nodesOf, plansOf } from './cluster';

/** A plan of A34. */
export type PlanRow = Row<'A34'>;

/** The values of the form. */
export interface ClusterOrder {
  name: string;
  version: string;
  pricing_uuid: string;
  /** Empty for no volume. */
  pv_pricing_uuid: string;
  available: boolean;
  /** No external address, a new one that goes with the cluster, a new one that stays reserved, or a reserved one. */
  external: 'none' | 'new' | 'kept' | 'existing';
  /** The uuid of the reserved address, if `external` is `existing`. */
  address: string;
  /** Separated by commas. */
  tags: string;
}

/** The most tags, and the longest one, that A63 takes. */
const mostTags = 20;
const longestTag = 64;

/** Reads tags that are separated by commas; each stands once. */
export const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

/** The code of the rule that the tags break; null if they break none. */
export function tagsFault(text: string): string | null {
  const tags = tagsOf(text);
  if (tags.length > mostTags) return 'too_many';
  const length = Math.max(0, ...tags.map((tag) => tag.length));
  return length > longestTag ? faultOf('too_long_by', { max: longestTag, length }) : null;
}

/** Makes the input of A63. The choice of an address is a list there (QA19). */
export function orderInput(scope: GroupScope, order: ClusterOrder): Input<'A63'> {
  const { name, version, pricing_uuid, pv_pricing_uuid, available, external, address } = order;
  const tags = tagsOf(order.tags);
  return {
    params: groupParams(scope),
    body: {
      name,
      version,
      pricing_uuid,
      enable_ha: available,
      ...(pv_pricing_uuid === '' ? {} : { pv_pricing_uuid }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(external === 'none'
        ? { with_external_ip: false }
        : {
            with_external_ip: true,
            reserve_external_ip: [
              external === 'existing'
                ? { is_new: false, reserved: true, uuid: address }
                : { is_new: true, reserved: external === 'kept' },
            ],
          }),
    },
  };
}

/** The plans for one use among all prices (A34), the cheapest first. */
export const plansFor = (use: 'pods' | 'volume', prices: readonly PlanRow[]): PlanRow[] =>
  prices
    .filter(({ suitable_for: of }) => of === use)
    .sort((a, b) => (priceOf(a).perHour ?? Infinity) - (priceOf(b).perHour ?? Infinity));

/** The estimated price that an order adds; a reserved address is charged already. @param address rupiah an hour of an external address; null if it isn't known */
export function orderPrice(
  plan: PlanRow,
  volume: PlanRow | null,
  { available, external }: Pick<ClusterOrder, 'available' | 'external'>,
  address: number | null,
): Priced {
  const cluster = costOf(plansOf({ pricing: plan, pv_pricing: volume }), nodesOf(available));
  if (external === 'none' || external === 'existing') return cluster;
  const month = address === null ? null : address * monthHours;
  return {
    perHour: wholeSum([cluster.perHour, address]),
    perMonth: wholeSum([cluster.perMonth, month]),
  };
}
