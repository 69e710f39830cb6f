/** One machine as home lists it, whatever kind of account it stands in. */
import { statusGroup, transient, type StatusGroup } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';

export interface HomeMachine {
  /** Unique over all accounts. */
  id: string;
  name: string;
  href: string;
  /** The account it stands in, in its owner's words. */
  place: string;
  /** The backend's own word. */
  status: string | null;
  /** What it counts as: work in progress on a running machine is `busy`. */
  group: StatusGroup;
  address: string | null;
  /** IDR; null where the backend doesn't say. */
  perHour: number | null;
  /** ISO 8601: the last change that the backend tells of. */
  changed: string | null;
}

/** Hours that both backends reckon a month with. */
export const monthHours = 720;

type Plan = NonNullable<Row<'A25'>['pricing']>;

/**
 * Rupiah an hour of a plan. The price per unit counts first; the hour's and the month's price are 0 or
 * out of step on some plans (QA30).
 * @returns null where the plan tells no price
 */
export function planPerHour(plan: Plan | null | undefined): number | null {
  if (!plan) return null;
  const unit = plan.pricing_unit?.toLowerCase() ?? '';
  const perUnit = plan.price_per_unit ?? 0;
  if (perUnit > 0 && unit.startsWith('hour')) return perUnit;
  if (perUnit > 0 && unit.startsWith('month')) return perUnit / monthHours;
  if (plan.price_per_hour) return plan.price_per_hour;
  return plan.price_per_month ? plan.price_per_month / monthHours : null;
}

export function ofVm(vm: Row<'A25'>, place: string, href: string): HomeMachine {
  return {
    id: `vm/${vm.uuid}`,
    name: vm.title ?? vm.hostname ?? vm.uuid,
    href,
    place,
    status: vm.status,
    group: statusGroup(vm.status),
    address: vm.ip_addresses[0] ?? vm.private_ip_address_v4,
    perHour: planPerHour(vm.pricing),
    changed: vm.updated_at ?? vm.created_at,
  };
}

export function ofInstance(instance: Row<'D02'>, place: string, href: string): HomeMachine {
  const group = statusGroup(instance.status);
  const busy = group !== 'error' && transient(instance.status, instance.operation_flag);
  return {
    id: `instance/${instance.uuid}`,
    name: instance.hostname ?? instance.uuid,
    href,
    place,
    status: instance.status,
    group: busy ? 'busy' : group,
    address: instance.ip_address,
    perHour: instance.price_per_hour,
    changed: instance.created_at,
  };
}

export type Counts = Record<StatusGroup, number>;

export function countByGroup(machines: readonly HomeMachine[]): Counts {
  const counts: Counts = { run: 0, off: 0, busy: 0, error: 0, unknown: 0 };
  for (const { group } of machines) counts[group] += 1;
  return counts;
}

/** Rupiah an hour of all machines whose price is known. */
export function sumPerHour(machines: readonly HomeMachine[]): number {
  return machines.reduce((sum, { perHour }) => sum + (perHour ?? 0), 0);
}

/** Whether somebody should look: trouble, or work under way. */
export const wantsAttention = ({ group }: HomeMachine) => group === 'error' || group === 'busy';

const urgency: Record<StatusGroup, number> = { error: 0, busy: 1, unknown: 2, run: 2, off: 2 };

/** Those in trouble first, then those at work, then the ones changed last; `most` of them. */
export function noteworthy(machines: readonly HomeMachine[], most: number): HomeMachine[] {
  const at = ({ changed }: HomeMachine) => (changed ? Date.parse(changed) : 0);
  return [...machines]
    .sort((a, b) => urgency[a.group] - urgency[b.group] || at(b) - at(a))
    .slice(0, most);
}
