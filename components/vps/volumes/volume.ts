/** A volume of a DewaVPS account: inputs of its operations, its state and its price. Its name and path: `lib/resources/vps`. */
import { statusGroup, transient } from '@/lib/contract/states';
import type { Input, Result, Row } from '@/lib/contract/types';
import { wholeSum } from '@/lib/pricing';
import { aboutOf, pageOf, type Query } from '@/lib/resources/resource';
import { volumes } from '@/lib/resources/vps';

/** A row of D64. */
export type Volume = Row<'D64'>;
/** A storage type: a row of D63. */
export type VolumeType = Row<'D63'>;

/** Describes a volume to the list of activities: its kind, id, name and path. */
export const aboutVolume = aboutOf(volumes);

/** D64's input for the page that the URL names (`?page=2`). */
export const volumesInput = (query: Query): Input<'D64'> => ({
  query: { limit: volumes.pageSize, page: pageOf(query) },
});

/** D64's input for the volumes of one machine. */
export const machineVolumesInput = (instance: string): Input<'D64'> => ({
  query: { limit: volumes.pageSize, page: 1, instance_id: instance },
});

/** How often the list is read again: `fast` while a volume is changing. */
export const volumesPace = (list: Result<'D64'> | undefined): 'fast' | 'slow' =>
  list?.data.some(({ status }) => transient(status, null)) ? 'fast' : 'slow';

/** What a volume's status comes to. `free`: no machine has it. */
export type VolumeState = 'attached' | 'free' | 'busy' | 'error';

/** The state of a volume: `busy` or `error` if its status says so, otherwise whether a machine has it. */
export function stateOf({
  status,
  attached_to,
}: Pick<Volume, 'status' | 'attached_to'>): VolumeState {
  const group = statusGroup(status);
  if (group === 'busy' || group === 'error') return group;
  return attached_to ? 'attached' : 'free';
}

/** Prices in rupiah; null when a price isn't known. */
export interface VolumePrice {
  perHour: number | null;
  perMonth: number | null;
}

const times = (price: number | null, count: number) => (price === null ? null : price * count);

/** What a volume of `size` GB costs with a storage type. The type's prices (D63) are for one GB. */
export function priceOf(type: VolumeType | undefined, size: number): VolumePrice {
  if (!type || !Number.isFinite(size)) return { perHour: null, perMonth: null };
  return {
    perHour: times(type.price_per_hour, size),
    perMonth: times(type.price_per_month, size),
  };
}

/**
 * What a volume would cost at another size in GB. When its storage type is no longer offered, the price is taken in
 * proportion to what the volume costs now.
 */
export function priceAt(
  volume: Pick<Volume, 'size_gb' | 'storage_type' | 'price_per_hour' | 'estimated_monthly_cost'>,
  size: number,
  types: readonly VolumeType[],
): VolumePrice {
  const type = types.find(({ name }) => name !== null && name === volume.storage_type);
  if (type) return priceOf(type, size);
  const { size_gb: now, price_per_hour: perHour, estimated_monthly_cost: perMonth } = volume;
  if (!now || !Number.isFinite(size)) return { perHour: null, perMonth: null };
  return { perHour: times(perHour, size / now), perMonth: times(perMonth, size / now) };
}

/** Counts the volumes without a machine and adds up their cost in rupiah a month; null when a price isn't known. */
export function unusedOf(rows: readonly Volume[]): { count: number; perMonth: number | null } {
  const free = rows.filter(({ attached_to }) => attached_to === null);
  return { count: free.length, perMonth: costOf(free) };
}

/** The cost of all rows together in rupiah a month; null when a price isn't known. */
export function costOf(rows: readonly Volume[]): number | null {
  return wholeSum(rows.map(({ estimated_monthly_cost: cost }) => cost));
}
