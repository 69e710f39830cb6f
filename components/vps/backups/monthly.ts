/** What a machine's copies cost a month, in rupiah for 720 hours. Pure. */

import { wholeSum } from '@/lib/pricing';

export interface MonthlyFacts {
  /** Each snapshot's estimate for the month; null where the backend doesn't say. Null as a whole: not known. */
  snapshots: readonly (number | null)[] | null;
  /** How many backups there are; null: not known. */
  backups: number | null;
  /** What one backup costs a month; null: not known. */
  perBackup: number | null;
  /** How many backups each schedule keeps; null where the backend doesn't say. Null as a whole: not known. */
  keeps: readonly (number | null)[] | null;
}

export interface Monthly {
  snapshots: number | null;
  backups: number | null;
  /** Both; null as soon as one isn't known. */
  all: number | null;
  /** Once each schedule keeps all that it may, where that is more backups than there are now. */
  full: { backups: number; all: number } | null;
}

/** How many backups schedules keep, as far as the backend says. */
const keptBy = (keeps: readonly (number | null)[] | null): number | null =>
  keeps?.reduce<number>((total, each) => total + (each ?? 0), 0) ?? null;

/** Adds it up. A backup's own price isn't told: each is taken to cost what one made today would. */
export function monthly({ snapshots, backups, perBackup, keeps }: MonthlyFacts): Monthly {
  const priced = (count: number | null) => {
    if (count === 0) return 0;
    return count === null || perBackup === null ? null : count * perBackup;
  };
  const ofSnapshots = snapshots && wholeSum(snapshots);
  const ofBackups = priced(backups);
  const both = (more: number | null) =>
    ofSnapshots === null || more === null ? null : ofSnapshots + more;
  const kept = keptBy(keeps);
  const all = both(priced(kept));
  const grows = kept !== null && backups !== null && kept > backups;
  return {
    snapshots: ofSnapshots,
    backups: ofBackups,
    all: both(ofBackups),
    full: grows && all !== null ? { backups: kept, all } : null,
  };
}
