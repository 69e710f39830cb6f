/** Reads the provider's price list (A34) and images (A33) for the pages that show or add up prices. Pure. */
import { freeOf, isSoldOut, podRam } from '@/components/organization/vms/catalogue';
import { priceOf, type Priced } from '@/components/organization/vms/price';
import type { Row } from '@/lib/contract/types';

/** What plans are for, in the order in which they are shown: A34's `suitable_for`. */
const planKinds = ['vm', 'baremetal', 'volume', 'pods', 'ip'] as const;
/** `other`: something that this console doesn't know. */
export type PlanKind = (typeof planKinds)[number] | 'other';

/** A plan of the provider. Numbers that it doesn't have are null. */
export interface Plan extends Priced {
  uuid: string;
  kind: PlanKind;
  name: string;
  /** The provider's class of plans: `standard`, `high`, `ssd`. */
  group: string | null;
  vcpu: number | null;
  /** MB */
  ram: number | null;
  /** GB */
  disk: number | null;
  /** TB a month */
  transfer: number | null;
  /** What may be used for nothing, in the unit of the price (`hour`); null if nothing is free. */
  free: { amount: number; unit: string } | null;
  soldOut: boolean;
  /** The provider's word; null if it says nothing. */
  availability: string | null;
}

const kindOf = (word: string | null): PlanKind =>
  planKinds.find((kind) => kind === word?.toLowerCase()) ?? 'other';

/** 0 means that plans of its kind have no such thing: a volume has no cores. */
const some = (value: number | null) => (value !== null && value > 0 ? value : null);

/** Reads the plans, in the provider's order. */
export function plansOf(rows: readonly Row<'A34'>[]): Plan[] {
  return rows.map((row) => {
    const kind = kindOf(row.suitable_for);
    return {
      uuid: row.uuid,
      kind,
      name: row.instance_type ?? row.uuid,
      group: row.plans_type,
      vcpu: some(row.vcpu_core),
      ram: kind === 'pods' ? podRam(row.ram_mb) : some(row.ram_mb),
      disk: some(row.storage_gb),
      transfer: some(row.transfer_tb),
      free: freeOf(row),
      soldOut: isSoldOut(row),
      availability: row.availability,
      ...priceOf(row),
    };
  });
}

/** Groups plans by what they are for. Kinds that the provider doesn't offer are left out, except the `always` ones. */
export function byKind(
  plans: readonly Plan[],
  always: readonly PlanKind[],
): { kind: PlanKind; plans: Plan[] }[] {
  return [...planKinds, 'other' as const]
    .map((kind) => ({ kind, plans: plans.filter((plan) => plan.kind === kind) }))
    .filter(({ kind, plans: found }) => found.length > 0 || always.includes(kind));
}
