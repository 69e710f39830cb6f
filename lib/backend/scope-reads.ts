/**
 * The reads that the navigation stands on: who the person is and in which organizations (A04), and their projects (A15).
 * Every page needs both, so their answers are kept for a while. When the backend can't answer, the last known answer is
 * better than a page without its navigation; the backend still decides what the person may do.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Ref } from '@/lib/contract';
import { perProcess } from '@/lib/log/per-process';
import { metrics } from '@/lib/log/metrics';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { Lru } from './lru';

const scopeReads: ReadonlySet<Ref> = new Set<Ref>(['A04', 'A15']);

/** Milliseconds for which an answer is as good as a new one, unless its owner changes something. */
const goodFor = 45_000;
/** Milliseconds for which an answer is shown when there is no new one. */
const lastsFor = 30 * 60_000;
const mostKept = 5_000;
/** Milliseconds that a page waits for a new answer when it has an old one: a hanging backend must not hold it. */
const patience = 1_500;

/** Problems that pass and say nothing about the person. */
const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'too_many_requests',
  'backend_error',
  'backend_timeout',
  'backend_unreachable',
]);

interface Kept {
  /** By `performance.now()`. */
  at: number;
  generation: number;
  result: unknown;
}

const all = () => perProcess('scope-reads', () => new Lru<Kept>(mostKept));

export const isScopeRead = (ref: Ref): boolean => scopeReads.has(ref);

/**
 * Gives the kept answer of a scope read, or asks.
 * @param key hash of the credential and the call
 * @param generation of the credential's state; a change made with it makes kept answers stale
 * @param fresh asks in any case
 * @throws ProblemError of `ask`, if there is no answer to give instead
 */
export async function keptScopeRead(
  key: string,
  { generation, fresh }: { generation: () => number; fresh: boolean },
  ask: () => Promise<unknown>,
): Promise<unknown> {
  const kept = all().get(key);
  const age = kept ? performance.now() - kept.at : Infinity;
  if (kept && !fresh && kept.generation === generation() && age < goodFor) {
    metrics().savedCalls.inc({ how: 'cache' });
    return kept.result;
  }
  const begun = generation();
  const asked = ask().then((result) => {
    all().set(key, { at: performance.now(), generation: begun, result });
    return result;
  });
  if (!kept || age > lastsFor) return asked;
  const answered = asked.catch((error: unknown) => {
    if (error instanceof ProblemError && passing.has(error.problem.code)) return kept.result;
    throw error;
  });
  if (fresh) return answered;
  const late = new AbortController();
  const old = wait(patience, kept.result, { signal: late.signal }).catch(() => kept.result);
  return Promise.race([answered, old]).finally(() => late.abort());
}
