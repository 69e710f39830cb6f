/** How often a list asks again. Fast while work is under way or just begun, slow else, never at rest. */
import type { Ref } from '@/lib/contract';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { isResting } from './activity';

export type Pace = 'fast' | 'slow' | false;
export const fast = 2_500;
export const slow = 60_000;
/** How long after a change its lists are asked for fast. */
const eagerFor = 30_000;

/** Problems that asking again won't mend. */
const final: readonly ProblemCode[] = [
  'not_signed_in', 'credential_refused', 'no_access', 'not_found', 'not_configured', 'not_offered', 'bad_input', 'method_not_allowed',
]; // prettier-ignore

const eager = new Map<string, number>();
const place = (identity: string, account: string, ref: string) => `${identity}\n${account}\n${ref}`;

/** Makes the answers that a change affects be asked for fast for a while. */
export function hurry(
  identity: string,
  account: string,
  refs: readonly string[],
  now = Date.now(),
) {
  for (const ref of refs) eager.set(place(identity, account, ref), now + eagerFor);
}

export interface PollFacts {
  identity: string;
  account: string;
  ref: Ref;
  pace: Pace;
  error: unknown;
}

/**
 * Milliseconds until the next ask, or false for none. After an error it is slow, and never before the
 * backend's `retryAfter`.
 */
export function pollInterval(
  { identity, account, ref, pace, error }: PollFacts,
  now = Date.now(),
): number | false {
  // prettier-ignore
  if (pace === false || isResting(now)) return false;
  if (error instanceof ProblemError) {
    if (final.includes(error.problem.code)) return false;
    return Math.max((error.problem.retryAfter ?? 0) * 1000, 15_000);
  }
  const hurried = (eager.get(place(identity, account, ref)) ?? 0) > now;
  return pace === 'fast' || hurried ? fast : slow;
}
