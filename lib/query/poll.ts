/**
 * How often a list is read again: fast while work is running or was just started, else slowly, and never while the
 * person is idle.
 */
import type { Ref } from '@/lib/contract';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { isIdle } from './user-input';
import { leader } from './tabs/leader';
import { fastPolls, pollShare } from './poll-load';

export type Pace = 'fast' | 'slow' | false;
export const fast = 2_500;
export const slow = 60_000;
/** How long lists are polled fast after a change. */
const eagerFor = 30_000;
/** How much later the other tabs read than the leading tab: by then its answer has arrived, if it has read. */
export const followerDelay = 1_500;
/** Random for each tab, so that the other tabs don't read at the same time. */
const apart = Math.random() * 1_000;

/** Problems that reading again won't solve. */
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

/** Polls the answers that a change affects fast for a while. */
export function pollFast(
  identity: string,
  account: string,
  refs: readonly string[],
  now = Date.now(),
) {
  for (const ref of refs) eager.set(place(identity, account, ref), now + eagerFor);
}

/**
 * When this person last changed what an answer shows, in milliseconds since 1970; 0 if never, as far as this tab knows.
 */
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
  /** This tab polls for all tabs; the others wait for its answers. */
  leads?: boolean;
}

/**
 * Milliseconds until the next read, or false for none. After an error it is slow, and never before the backend's
 * `retryAfter`. The more reads are polled with the credential, the slower fast gets.
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
