/** A machine as a dashboard lists it, the same for both backends. */
import { priceOf } from '@/components/organization/vms/price';
import { statusGroup, transient, type StatusGroup } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { instances } from '@/lib/resources/vps';
import { vms } from '@/lib/resources/awanio';

export interface Machine {
  /** Unique across all accounts. */
  id: string;
  name: string;
  href: string;
  /** The label of its account. */
  place: string;
  /** The status as the backend writes it. */
  status: string | null;
  /** The group it is counted in. A running machine with an action under way is `busy`. */
  group: StatusGroup;
  address: string | null;
  /** Rupiah; null if the backend doesn't tell. */
  perHour: number | null;
  perMonth: number | null;
  /** ISO 8601. */
  created: string | null;
  /** ISO 8601: the last change that the backend reports. DewaVPS reports only the creation. */
  changed: string | null;
  changedBy: 'created' | 'changed';
}

/** Makes one of a virtual machine of Awanio. @param place the label of its organization or project */
export function ofVm(vm: Row<'A25'>, place: string, href: string): Machine {
  const { perHour, perMonth } = priceOf(vm.pricing);
  return {
    id: `vm/${vm.uuid}`,
    name: vms.name(vm),
    href,
    place,
    status: vm.status,
    group: statusGroup(vm.status),
    address: vm.ip_addresses[0] ?? vm.private_ip_address_v4,
    perHour,
    perMonth,
    created: vm.created_at,
    changed: vm.updated_at ?? vm.created_at,
    changedBy: vm.updated_at && vm.updated_at !== vm.created_at ? 'changed' : 'created',
  };
}

/** Makes one of an instance of DewaVPS. @param place the label of its account */
export function ofInstance(instance: Row<'D02'>, place: string, href: string): Machine {
  const group = statusGroup(instance.status);
  const busy = group !== 'error' && transient(instance.status, instance.operation_flag);
  return {
    id: `instance/${instance.uuid}`,
    name: instances.name(instance),
    href,
    place,
    status: instance.status,
    group: busy ? 'busy' : group,
    address: instance.ip_address,
    perHour: instance.price_per_hour,
    perMonth: instance.estimated_monthly_cost,
    created: instance.created_at,
    changed: instance.created_at,
    changedBy: 'created',
  };
}

/** How many machines are in each group of states. */
export type Counts = Record<StatusGroup, number>;

export function countByGroup(machines: readonly Machine[]): Counts {
  const counts: Counts = { run: 0, off: 0, busy: 0, error: 0, unknown: 0 };
  for (const { group } of machines) counts[group] += 1;
  return counts;
}

const urgency: Record<StatusGroup, number> = { error: 0, busy: 1, unknown: 2, run: 2, off: 2 };

/** The first `most` machines: errors first, then those with an action under way, then the latest change. */
export function noteworthy(machines: readonly Machine[], most: number): Machine[] {
  const at = ({ changed }: Machine) => (changed ? Date.parse(changed) : 0);
  return [...machines]
    .sort((a, b) => urgency[a.group] - urgency[b.group] || at(b) - at(a))
    .slice(0, most);
}
