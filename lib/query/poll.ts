/** How often a list asks again. Fast while work is under way or just begun, slow else, never at rest. */
import type { Ref } from '@/lib/contract';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { isIdle } from './user-input';
import { leader } from './tabs/leader';
import { fastPolls, pollShare } from './poll-load';

export type Pace = 'fast' | 'slow' | false;
export const fast = 2_500;
export const slow = 60_000;
/** How long after a change its lists are asked for fast. */
const eagerFor = 30_000;
/** How much later a tab asks that doesn't lead: by then the leader's answer is here, if it has asked. */
export const followerDelay = 1_500;
/** Of this tab, so that those that don't lead don't ask at once. */
const apart = Math.random() * 1_000;

/** Problems that asking again won't mend. */
const final: readonly ProblemCode[] = [
  'not_signed_in',
  'credential_refused',
  'no_access',
  'not_found',
  'not_configured',
  'not_offered',
  'bad_input',
  'method_not_allowed',
];

const eager = new Map<string, number>();
const place = (identity: string, account: string, ref: string) => `${identity}\n${account}\n${ref}`;

/** Makes the answers that a change affects be asked for fast for a while. */
export function pollFast(
  identity: string,
  account: string,
  refs: readonly string[],
  now = Date.now(),
) {
  for (const ref of refs) eager.set(place(identity, account, ref), now + eagerFor);
}

/** When an answer was last changed by this person, in milliseconds since 1970; 0 for not that we know. */
export function changedAt(identity: string, account: string, ref: string): number {
  const until = eager.get(place(identity, account, ref));
  return until === undefined ? 0 : until - eagerFor;
}

export interface PollFacts {
  identity: string;
  account: string;
  ref: Ref;
  pace: Pace;
  error: unknown;
  /** This tab polls for all; the others wait for what it hears. */
  leads?: boolean;
}

/**
 * Milliseconds until the next ask, or false for none. After an error it is slow, and never before the
 * backend's `retryAfter`; fast is less so the more is polled with the same credential.
 */
export function pollInterval(
  { identity, account, ref, pace, error, leads = leader.current() }: PollFacts,
  now = Date.now(),
): number | false {
  if (pace === false || isIdle(now)) return false;
  if (error instanceof ProblemError) {
    if (final.includes(error.problem.code)) return false;
    return Math.max((error.problem.retryAfter ?? 0) * 1000, 15_000);
  }
  const hurried = (eager.get(place(identity, account, ref)) ?? 0) > now;
  const wait =
    pace === 'fast' || hurried ? Math.max(fast, fastPolls(account, now) * pollShare) : slow;
  return leads ? wait : wait + followerDelay + apart;
}
