/** What somebody asks with “Why can't I?”. The dialog that answers loads when it is asked. */
import type { MatrixId } from '@/lib/contract/role-matrix';
import type { GroupScope } from '@/lib/paths';
import { makeStore } from '@/lib/store';

/** A right that the person's role lacks here. */
export interface Lacking {
  /** A row of the role matrix. */
  area: MatrixId;
  /** The right to look at it; by default the one to change it. */
  see?: boolean;
  /** The right is one of the organization, also in a project: volumes are created for the organization. */
  ofOrganization?: boolean;
}

/** A question: the right, and the organization or project where it is lacking. */
export interface Asked {
  lacking: Lacking;
  group: GroupScope;
}

/** The question that is open; null if there is none. */
export const whyAsked = makeStore<Asked | null>(null);
