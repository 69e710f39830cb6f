/** One machine as a dashboard lists it, whatever kind of account it stands in. */
import { priceOf } from '@/components/organization/vms/price';
import { statusGroup, transient, type StatusGroup } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { instances } from '@/lib/resources/vps';
import { vms } from '@/lib/resources/awanio';

export interface Machine {
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
  perMonth: number | null;
  /** ISO 8601: the last change that the backend tells of; DewaVPS tells of the creation alone. */
  changed: string | null;
  changedBy: 'created' | 'changed';
}

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
    changed: vm.updated_at ?? vm.created_at,
    changedBy: vm.updated_at && vm.updated_at !== vm.created_at ? 'changed' : 'created',
  };
}

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
    changed: instance.created_at,
    changedBy: 'created',
  };
}

export type Counts = Record<StatusGroup, number>;

export function countByGroup(machines: readonly Machine[]): Counts {
  const counts: Counts = { run: 0, off: 0, busy: 0, error: 0, unknown: 0 };
  for (const { group } of machines) counts[group] += 1;
  return counts;
}

const urgency: Record<StatusGroup, number> = { error: 0, busy: 1, unknown: 2, run: 2, off: 2 };

/** Those in trouble first, then those at work, then the ones changed last; `most` of them. */
export function noteworthy(machines: readonly Machine[], most: number): Machine[] {
  const at = ({ changed }: Machine) => (changed ? Date.parse(changed) : 0);
  return [...machines]
    .sort((a, b) => urgency[a.group] - urgency[b.group] || at(b) - at(a))
    .slice(0, most);
}
