/**
 * The changes that the activity panel lists and follows. A new one needs a line here, its texts under `verbs` in
 * `messages/{en,id}/activity.json`, and an `about` where the change is made. Browser-safe.
 */
import type { Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import type { CanonicalStatus } from '@/lib/contract/states';
import type { ChangeSubject } from '@/lib/resources/resource';

export type { ChangeSubject, Kind } from '@/lib/resources/resource';

export interface TrackedChange {
  /** When the change has ended: with its answer, when the thing has settled, or when the thing is gone. */
  ends: 'at-once' | 'settled' | 'gone';
  /** The state that the change leads to, if the thing's own state changes. */
  goal?: CanonicalStatus;
}

export const trackedChanges = {
  A05: { ends: 'at-once' },
  A08: { ends: 'at-once' },
  A12: { ends: 'at-once' },
  A13: { ends: 'at-once' },
  A14: { ends: 'at-once' },
  A17: { ends: 'at-once' },
  A22: { ends: 'at-once' },
  A23: { ends: 'at-once' },
  AX1: { ends: 'at-once' },
  A24: { ends: 'settled', goal: 'running' },
  A27: { ends: 'at-once' },
  A30: { ends: 'at-once' },
  A63: { ends: 'settled', goal: 'running' },
  A66: { ends: 'at-once' },
  A67: { ends: 'at-once' },
  A54: { ends: 'at-once' },
  A56: { ends: 'at-once' },
  A58: { ends: 'at-once' },
  A59: { ends: 'at-once' },
  A40: { ends: 'at-once' },
  A41: { ends: 'at-once' },
  A42: { ends: 'at-once' },
  A43: { ends: 'at-once' },
  A44: { ends: 'at-once' },
  A36: { ends: 'at-once' },
  A38: { ends: 'at-once' },
  D03: { ends: 'settled', goal: 'running' },
  D06: { ends: 'settled', goal: 'running' },
  D08: { ends: 'settled' },
  D09: { ends: 'gone' },
  D10: { ends: 'settled', goal: 'running' },
  D11: { ends: 'settled', goal: 'stopped' },
  D12: { ends: 'settled', goal: 'running' },
  D14: { ends: 'at-once' },
  D15: { ends: 'at-once' },
  D16: { ends: 'at-once' },
  D17: { ends: 'at-once' },
  D18: { ends: 'settled' },
  D19: { ends: 'at-once' },
  D20: { ends: 'settled' },
  D22: { ends: 'at-once' },
  D25: { ends: 'settled', goal: 'running' }, // an active snapshot counts as running
  D26: { ends: 'settled', goal: 'stopped' },
  D27: { ends: 'gone' },
  D29: { ends: 'at-once' },
  D32: { ends: 'at-once' },
  D33: { ends: 'at-once' },
  D34: { ends: 'at-once' },
  DX1: { ends: 'at-once' },
  DX2: { ends: 'settled', goal: 'stopped' },
  D52: { ends: 'settled', goal: 'running' },
  D53: { ends: 'at-once' },
  D59: { ends: 'at-once' },
  D60: { ends: 'at-once' },
  D61: { ends: 'at-once' },
  D62: { ends: 'at-once' },
  D65: { ends: 'at-once' },
  D66: { ends: 'at-once' },
  D67: { ends: 'at-once' },
  D68: { ends: 'at-once' },
  D71: { ends: 'at-once' },
  D72: { ends: 'at-once' },
} as const satisfies Partial<Record<Ref, TrackedChange>>;

/** A change that the activity panel lists. */
export type TrackedRef = keyof typeof trackedChanges;

export function isTracked(ref: string): ref is TrackedRef {
  return Object.hasOwn(trackedChanges, ref);
}

/**
 * What the activity panel lists a change under: the subject itself, or a function that reads it from the answer (null if
 * the change failed). A change whose subject is null isn't listed.
 */
export type ActivitySubject<R extends Ref> = R extends TrackedRef
  ? ChangeSubject | ((result: Result<R> | null) => ChangeSubject | null)
  : never;

/** Like `ActivitySubject`, for a form whose input isn't known yet. */
export type ActivitySubjectOf<R extends Ref> = R extends TrackedRef
  ? (input: Input<R>, result: Result<R> | null) => ChangeSubject | null
  : never;

/** The subject of a change whose input is known now. */
export function activitySubjectOf<R extends Ref>(
  about: ActivitySubjectOf<R>,
  input: Input<R>,
): ActivitySubject<R> {
  const tell = about as (input: Input<R>, result: Result<R> | null) => ChangeSubject | null;
  return ((result: Result<R> | null) => tell(input, result)) as ActivitySubject<R>;
}
