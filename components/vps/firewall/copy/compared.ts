import type { CopyPlan } from '@/lib/firewall/copy';
import type { Lockout } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import type { Problem } from '@/lib/problem';

/** A machine that is chosen. */
export interface Target {
  id: string;
  name: string;
}

/** What it takes for a machine, or why that isn't known. */
export type Compared = Target &
  (
    | { plan: CopyPlan; to: Firewall; warnings: readonly Lockout[]; problem?: undefined }
    | { problem: Problem; plan?: undefined }
  );
