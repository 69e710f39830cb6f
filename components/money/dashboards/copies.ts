/** The snapshots and backups of a machine, counted and priced. Pure. */
import type { Result } from '@/lib/contract/types';
import { wholeSum } from '@/lib/pricing';

export interface MachineCopies {
  uuid: string;
  name: string;
  snapshots: number;
  backups: number;
  /** Rupiah a month of all its snapshots; null where the backend doesn't say. */
  snapshotsMonth: number | null;
}

/** Counts D23's answer and D28's first page, which tells how many there are. */
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

/** @param perBackup rupiah a month of one backup; null while it isn't known */
export function monthOf(
  { backups, snapshotsMonth }: MachineCopies,
  perBackup: number | null,
): number | null {
  if (backups === 0) return snapshotsMonth;
  return snapshotsMonth === null || perBackup === null
    ? null
    : snapshotsMonth + backups * perBackup;
}
