/**
 * How often a list is read again: fast while work is running or was just started, slower the longer such work shows
 * nothing new, else slowly, and never while the person is idle.
 */
import type { Ref } from '@/lib/contract';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { isIdle } from './user-input';
import { leader } from './tabs/leader';
import { fastPolls, pollShare } from './poll-load';

export type Pace = 'fast' | 'slow' | false;
export const fast = 2_500;
export const slow = 60_000;
/** Work that shows nothing new for this long may never end: from then on each minute doubles the wait, up to `slow`. */
const patience = 2 * 60_000;
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

/**
 * The wait between two looks at work that may hang.
 * @param wait milliseconds while the work is new
 * @param since when it last showed something new, or the person last did something to it; milliseconds since 1970
 */
export function calmedWait(wait: number, since: number, now = Date.now()): number {
  const late = now - since - patience;
  if (late < 0) return wait;
  return Math.max(wait, Math.min(slow, wait * 2 ** (1 + Math.floor(late / 60_000))));
}

export interface PollFacts {
  identity: string;
  account: string;
  ref: Ref;
  pace: Pace;
  error: unknown;
  /** When the answer was last another one, in milliseconds since 1970; by default just now. */
  since?: number;
  /** This tab polls for all tabs; the others wait for its answers. */
  leads?: boolean;
}

/**
 * Milliseconds until the next read, or false for none. After an error it is slow, and never before the backend's
 * `retryAfter`. The more reads are polled with the credential, the slower fast gets. A read that met a limit is repeated
 * once the limit allows it, also where it isn't polled.
 */
export function pollInterval(
  { identity, account, ref, pace, error, since, leads = leader.current() }: PollFacts,
  now = Date.now(),
): number | false {
  if (isIdle(now)) return false;
  const limited = error instanceof ProblemError && error.problem.code === 'too_many_requests';
  if (pace === false && !limited) return false;
  if (error instanceof ProblemError) {
    if (final.includes(error.problem.code)) return false;
    return Math.max((error.problem.retryAfter ?? 0) * 1000, 15_000);
  }
  const hurried = (eager.get(place(identity, account, ref)) ?? 0) > now;
  const shared = Math.max(fast, fastPolls(account, now) * pollShare);
  const news = Math.max(since ?? now, changedAt(identity, account, ref));
  const wait = pace === 'fast' || hurried ? calmedWait(shared, news, now) : slow;
  return leads ? wait : wait + followerDelay + apart;
}
