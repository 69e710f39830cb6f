/** Counts the snapshots and backups of a machine and adds up their prices. Pure. */
import type { Result } from '@/lib/contract/types';
import { wholeSum } from '@/lib/pricing';

/** How many snapshots and backups a machine has. */
export interface MachineCopies {
  uuid: string;
  name: string;
  snapshots: number;
  backups: number;
  /** Rupiah a month of all its snapshots; null if the backend leaves out a price. */
  snapshotsMonth: number | null;
}

/** Counts the rows of D23 and the total that D28's first page names. Both are undefined until they are read. */
export function copiesOf(
  snapshots: Result<'D23'> | undefined,
  backups: Result<'D28'> | undefined,
): Omit<MachineCopies, 'uuid' | 'name'> {
  const taken = snapshots?.data ?? [];
  const months = taken.map(({ estimated_monthly: month }) => month);
  return {
    snapshots: taken.length,
    backups: Math.max(backups?.page?.total ?? 0, backups?.data.length ?? 0),
    snapshotsMonth: wholeSum(months),
  };
}

/**
 * Adds up what the copies of a machine cost a month, in rupiah. Null if a price is unknown.
 * @param perBackup rupiah a month of one backup; null while it isn't known
 */
export function monthOf(
  { backups, snapshotsMonth }: MachineCopies,
  perBackup: number | null,
): number | null {
  if (backups === 0) return snapshotsMonth;
  return snapshotsMonth === null || perBackup === null
    ? null
    : snapshotsMonth + backups * perBackup;
}
