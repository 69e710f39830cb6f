/** A volume of an organization or project: its parameters, its machine and its price. Its name and path: `lib/resources/awanio`. */
import type { Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { wholeSum } from '@/lib/pricing';
import { aboutOf } from '@/lib/resources/resource';
import { volumes } from '@/lib/resources/awanio';
import { groupParams, type GroupParams } from '../vms/group';
import { priceOf } from '../vms/price';

/** A row of A39. */
export type Volume = Row<'A39'>;

/** Describes a volume to the list of activities: its kind, id, name and path. */
export const aboutVolume = aboutOf(volumes);

/** The path parameters of the volumes of an organization or project. */
export interface VolumeParams {
  group_type: GroupParams['group_type'];
  group_uuid: string;
}

export function volumeParams(scope: GroupScope): VolumeParams {
  const { group_type, uuid } = groupParams(scope);
  return { group_type, group_uuid: uuid };
}

/** Whether it is the boot disk of a machine, whose price includes it. */
export const isBoot = ({ volume_type: type }: Pick<Volume, 'volume_type'>) => type === 'boot';

/** Whether a machine has the volume, even if the answer doesn't name the machine. */
export const isUsed = ({ is_used: used, instance_has_volumes: links }: Volume) =>
  used === true || links.length > 0;

/** The machine that has the volume; null if the answer names none. */
export function machineOf({ instance_has_volumes: [link] }: Volume) {
  const machine = link?.source;
  if (!machine) return null;
  return { uuid: machine.uuid, name: machine.title ?? machine.hostname ?? machine.uuid };
}

/** Counts the volumes without a machine and adds up their cost in rupiah a month; null when a price isn't known. */
export function unusedOf(rows: readonly Volume[]): { count: number; perMonth: number | null } {
  const free = rows.filter((row) => !isUsed(row) && !isBoot(row));
  return { count: free.length, perMonth: costOf(free) };
}

/** The cost of all rows together in rupiah a month; null when a price isn't known. */
export const costOf = (rows: readonly Volume[]): number | null =>
  wholeSum(rows.map(({ pricing }) => priceOf(pricing).perMonth));
