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

/**
 * Whether the list names machines. Where no row does, the backend may leave them out, as the documentation's sample of
 * A39 does: then only the machines (A25) say which volumes they have, even of those that say they are unused.
 */
export const namesMachines = (rows: readonly Volume[]): boolean =>
  rows.length === 0 || rows.some(({ instance_has_volumes: links }) => links.length > 0);

/** The rows, each with the machine that says (A25) that it has the volume. */
export function withMachines(rows: readonly Volume[], machines: readonly Row<'A25'>[]): Volume[] {
  const links = new Map(
    machines.flatMap((machine) =>
      machine.volumes.flatMap(({ volume, ...link }) => {
        const source = link.source ?? { ...machine, namespace: null };
        return volume ? [[volume.uuid, { ...link, volume, source }] as const] : [];
      }),
    ),
  );
  return rows.map((row) => {
    const link = links.get(row.uuid);
    return link ? { ...row, instance_has_volumes: [link] } : row;
  });
}

/** Counts the volumes without a machine and adds up their cost in rupiah a month; null when a price isn't known. */
export function unusedOf(rows: readonly Volume[]): { count: number; perMonth: number | null } {
  const free = rows.filter((row) => !isUsed(row) && !isBoot(row));
  return { count: free.length, perMonth: costOf(free) };
}

/** The cost of all rows together in rupiah a month; null when a price isn't known. */
export const costOf = (rows: readonly Volume[]): number | null =>
  wholeSum(rows.map(({ pricing }) => priceOf(pricing).perMonth));
