import type { RowIdentity } from '@/components/parts/actions/action';
import type { MachineLook } from '@/components/parts/machines/machine-news';
import { statusGroup, transient } from '@/lib/contract/states';
import { osFamily } from '@/lib/format/os-logo';
import type { Result, Row } from '@/lib/contract/types';
import { instances } from '@/lib/resources/vps';
import { aboutOf } from '@/lib/resources/resource';

/** The fields of an instance that its status and actions read; rows of D02 and the detail of D04 have them. */
export type Machine = Pick<
  Row<'D02'>,
  | 'uuid'
  | 'hostname'
  | 'status'
  | 'operation_flag'
  | 'ip_address'
  | 'price_per_hour'
  | 'cpu'
  | 'memory_gb'
  | 'storage_gb'
  | 'tier'
  | 'location'
>;

/** The id and the name of an instance for its menu. */
export const instanceIdentity: RowIdentity<Machine> = instances;
/** The name of an instance: its hostname, or its uuid without one. */
export const nameOf = instances.name;
/** Describes an instance to the list of activities: its kind, id, name and path. */
export const aboutInstance = aboutOf(instances);

/** What is told of an instance when the work on it has ended. */
export const newsOf = (machine: Machine): MachineLook => ({
  id: machine.uuid,
  name: nameOf(machine),
  group: transient(machine.status, machine.operation_flag) ? 'busy' : statusGroup(machine.status),
});

/** Whether a machine runs Windows, which people enter by Remote Desktop, not by SSH. */
export const isWindows = ({ os_name, os }: Pick<Result<'D04'>, 'os_name' | 'os'>): boolean =>
  osFamily(`${os_name ?? ''} ${os?.name ?? ''}`) === 'windows';
