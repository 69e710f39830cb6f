/** The snapshots and backups of a machine, counted and priced. Pure. */
import type { Result } from '@/lib/contract/types';

export interface MachineCopies {
  uuid: string;
  name: string;
  snapshots: number;
  backups: number;
  /** Rupiah: a snapshot's month, and what the backend expects a backup to cost this month. Null where it says neither. */
  perMonth: number | null;
}

/** @param snapshots D23's answer @param backups D28's first page; those beyond it cost what these do on average */
export function copiesOf(
  snapshots: Result<'D23'> | undefined,
  backups: Result<'D28'> | undefined,
): Omit<MachineCopies, 'uuid' | 'name'> {
  const taken = snapshots?.data ?? [];
  const kept = backups?.data ?? [];
  const count = Math.max(backups?.page?.total ?? 0, kept.length);
  const sum = (amounts: readonly (number | null)[]) =>
    amounts.reduce<number | null>(
      (total, each) => (each === null ? total : (total ?? 0) + each),
      null,
    );
  const [ofSnapshots, ofBackups] = [
    sum(taken.map(({ estimated_monthly: month }) => month)),
    sum(kept.map(({ est_this_month: month }) => month)),
  ];
  const all = ofBackups === null ? null : (ofBackups * count) / kept.length;
  return { snapshots: taken.length, backups: count, perMonth: sum([ofSnapshots, all]) };
}
