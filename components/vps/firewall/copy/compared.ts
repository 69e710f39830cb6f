import type { CopyPlan } from '@/lib/firewall/copy';
import type { Lockout } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import type { Problem } from '@/lib/problem';

/** A machine that is chosen to get the rules. */
export interface Target {
  id: string;
  name: string;
}

/** What copying would change on a machine (`plan`), or the problem that prevented the comparison. */
export type Compared = Target &
  (
    | { plan: CopyPlan; to: Firewall; warnings: readonly Lockout[]; problem?: undefined }
    | { problem: Problem; plan?: undefined }
  );
