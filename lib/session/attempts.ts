/**
 * Bounds guessing: failed attempts by name over a sliding time. An attempt counts when it starts, so many
 * at once don't slip through, and is taken back when it succeeds. In this process only.
 */
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError, type ProblemCode } from '@/lib/problem';

/** Milliseconds that a failure counts. */
export const ATTEMPT_WINDOW = 10 * 60_000;
/** Names remembered at once; the ones unused longest go first. */
const NAMES = 20_000;

export interface Limit {
  /** What is counted: `sign-in name budi`, `sign-in address 192.0.2.1`. */
  name: string;
  /** Failures in the window that are still let through. */
  most: number;
}

function attempts(): Map<string, number[]> {
  return perProcess('session.attempts', () => new Map());
}

function recent(name: string, now: number): number[] {
  return (attempts().get(name) ?? []).filter((at) => now - at < ATTEMPT_WINDOW);
}

/**
 * Counts an attempt against each limit.
 * @returns what to call when the attempt succeeded
 * @throws ProblemError `too_many_requests` with the seconds to wait, and counts nothing then
 */
export function countAttempt(limits: readonly Limit[], now = Date.now()): () => void {
  const waits = limits.map(({ name, most }) => {
    const times = recent(name, now);
    const freed = times[times.length - most];
    return freed === undefined ? 0 : freed + ATTEMPT_WINDOW - now;
  });
  const wait = Math.max(0, ...waits);
  if (wait > 0)
    throw problem('too_many_requests', 429, 'Too many attempts.', {
      retryAfter: Math.ceil(wait / 1000),
    });
  const map = attempts();
  for (const { name } of limits) {
    const times = [...recent(name, now), now];
    map.delete(name);
    map.set(name, times);
  }
  for (const oldest of map.keys()) {
    if (map.size <= NAMES) break;
    map.delete(oldest);
  }
  return () => {
    for (const { name } of limits) {
      const times = map.get(name);
      const at = times?.indexOf(now) ?? -1;
      if (times && at >= 0) times.splice(at, 1);
      if (times?.length === 0) map.delete(name);
    }
  };
}

/** Trouble of the backend or of ours. All else counts: a caller who goes away has had the guess tried too. */
const innocent: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'too_many_requests',
  'backend_error',
  'backend_unreadable',
  'answer_too_large',
  'backend_unreachable',
  'backend_timeout',
  'not_configured',
  'not_offered',
  'internal',
]);

/** Whether a failed attempt is held against whoever made it. */
export function countsAgainst(error: unknown): boolean {
  return error instanceof ProblemError && !innocent.has(error.problem.code);
}

/** Forgets every attempt; for tests. */
export function forgetAttempts(): void {
  attempts().clear();
}
