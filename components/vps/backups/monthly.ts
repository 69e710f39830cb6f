/** What a machine's snapshots and backups cost a month, in rupiah for 720 hours. Pure. */
import { wholeSum } from '@/lib/pricing';

/** What the costs are added up from. */
export interface MonthlyFacts {
  /** The estimate of each snapshot; an item is null when the backend doesn't say. Null: the list isn't known. */
  snapshots: readonly (number | null)[] | null;
  /** How many backups there are; null when it isn't known. */
  backups: number | null;
  /** What one backup costs a month; null when it isn't known. */
  perBackup: number | null;
  /** How many backups each schedule keeps; an item is null when the backend doesn't say. Null: the list isn't known. */
  retentions: readonly (number | null)[] | null;
}

/** The costs in rupiah a month; null when they aren't known. */
export interface Monthly {
  snapshots: number | null;
  backups: number | null;
  /** Snapshots and backups together; null when one of the two isn't known. */
  all: number | null;
  /** The count and cost when each schedule has made as many backups as it keeps; null if that is not more than now. */
  full: { backups: number; all: number } | null;
}

/** How many backups all schedules keep together. A schedule whose number isn't known counts as 0. */
const keptBy = (retentions: readonly (number | null)[] | null): number | null =>
  retentions?.reduce<number>((total, each) => total + (each ?? 0), 0) ?? null;

/** Adds up the costs. The backend tells no price for each backup, so each counts as much as a backup made today. */
export function monthly({ snapshots, backups, perBackup, retentions }: MonthlyFacts): Monthly {
  const priced = (count: number | null) => {
    if (count === 0) return 0;
    return count === null || perBackup === null ? null : count * perBackup;
  };
  const ofSnapshots = snapshots && wholeSum(snapshots);
  const ofBackups = priced(backups);
  const both = (more: number | null) =>
    ofSnapshots === null || more === null ? null : ofSnapshots + more;
  const kept = keptBy(retentions);
  const all = both(priced(kept));
  const grows = kept !== null && backups !== null && kept > backups;
  return {
    snapshots: ofSnapshots,
    backups: ofBackups,
    all: both(ofBackups),
    full: grows && all !== null ? { backups: kept, all } : null,
  };
}
