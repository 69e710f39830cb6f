/**
 * Limits guessing: counts failures by name over a sliding time, in this process only.
 *
 * A name has as many places as failures are left, and a running attempt takes one. A failed attempt keeps its place
 * until the failure is old; a successful one frees it. If all places are taken by running attempts, a new attempt
 * waits; if they are taken by failures, it is refused. So many people of one office can sign in at once, and a flood of
 * wrong guesses still gets no more tries than the limit.
 */
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError, type ProblemCode } from '@/lib/problem';

/** Milliseconds that a failure counts. */
export const ATTEMPT_WINDOW = 10 * 60_000;
/** Most names that are remembered; the longest unused ones are dropped first. */
const NAMES = 50_000;
/** Most attempts that wait for a place: in all, and for one name. */
const MOST_WAITING = 1_000;
const MOST_WAITING_FOR_NAME = 200;
/** Milliseconds that an attempt waits for a place, and seconds until trying again makes sense after that. */
const LONGEST_WAIT = 15_000;
const RETRY_AFTER_WAIT = 5;

export interface Limit {
  /** What is counted: `sign-in name budi`, `sign-in address 192.0.2.1`. */
  name: string;
  /** Most failures in the window. */
  most: number;
  /** Milliseconds that a failure counts; by default ten minutes. */
  window?: number;
  /** Whether an attempt counts: gets its error, or undefined after a success. By default `countsAgainst`. */
  counts?: (error: unknown) => boolean;
}

interface Counter {
  /** When the failures that count ended. */
  times: number[];
  underWay: number;
}

interface Waiting {
  limits: readonly Limit[];
  /** Lets the attempt run, or refuses it; removes it from the queue. */
  settle(refusal?: ProblemError): void;
}

interface State {
  counters: Map<string, Counter>;
  /** In order of arrival. */
  waiting: Set<Waiting>;
}

function state(): State {
  return perProcess('session.attempts', () => ({ counters: new Map(), waiting: new Set() }));
}

function recent({ name, window = ATTEMPT_WINDOW }: Limit, now: number): number[] {
  return (state().counters.get(name)?.times ?? []).filter((at) => now - at < window);
}

const tooMany = (retryAfter: number) =>
  problem('too_many_requests', 429, 'Too many attempts.', { retryAfter });

/** The refusal if no place becomes free until a failure is old; null if a place is free, or will be. */
function refusal(limits: readonly Limit[], now: number): ProblemError | null {
  const waits = limits.map((limit) => {
    const times = recent(limit, now);
    const freed = times[times.length - limit.most];
    return freed === undefined ? 0 : freed + (limit.window ?? ATTEMPT_WINDOW) - now;
  });
  const wait = Math.max(0, ...waits);
  return wait > 0 ? tooMany(Math.ceil(wait / 1000)) : null;
}

function hasRoom(limits: readonly Limit[], now: number): boolean {
  const { counters } = state();
  return limits.every(
    (limit) => recent(limit, now).length + (counters.get(limit.name)?.underWay ?? 0) < limit.most,
  );
}

function enter(limits: readonly Limit[]): void {
  const { counters } = state();
  for (const { name } of limits) {
    const counter = counters.get(name) ?? { times: [], underWay: 0 };
    counter.underWay += 1;
    counters.delete(name);
    counters.set(name, counter);
  }
  for (const [oldest, { underWay }] of counters) {
    if (counters.size <= NAMES) break;
    if (underWay === 0) counters.delete(oldest);
  }
}

/** Ends an attempt, and settles the waiting ones that now have a place or never will. */
function leave(limits: readonly Limit[], error: unknown): void {
  const { counters, waiting } = state();
  const now = Date.now();
  for (const limit of limits) {
    const counter = counters.get(limit.name);
    if (!counter) continue;
    counter.underWay -= 1;
    const counts = limit.counts ?? countsAgainst;
    counter.times = counts(error) ? [...recent(limit, now), now] : recent(limit, now);
    if (counter.underWay === 0 && counter.times.length === 0) counters.delete(limit.name);
  }
  for (const each of [...waiting]) {
    const refused = refusal(each.limits, now);
    if (refused) each.settle(refused);
    else if (hasRoom(each.limits, now)) each.settle();
  }
}

/** Waits for a place, and takes it. @throws ProblemError `too_many_requests`, `cancelled` */
function queue(limits: readonly Limit[], signal: AbortSignal | undefined): Promise<void> {
  const { waiting } = state();
  const names = new Set(limits.map(({ name }) => name));
  const ahead = [...waiting].filter((one) => one.limits.some(({ name }) => names.has(name))).length;
  if (waiting.size >= MOST_WAITING || ahead >= MOST_WAITING_FOR_NAME)
    return Promise.reject(tooMany(RETRY_AFTER_WAIT));
  return new Promise((resolve, reject) => {
    const gone = () => own.settle(problem('cancelled', 499, 'The caller went away.'));
    const timer = setTimeout(() => own.settle(tooMany(RETRY_AFTER_WAIT)), LONGEST_WAIT);
    const own: Waiting = {
      limits,
      settle(refused) {
        waiting.delete(own);
        clearTimeout(timer);
        signal?.removeEventListener('abort', gone);
        if (refused) return reject(refused);
        enter(limits); // here, so that the next one finds the place taken
        resolve();
      },
    };
    waiting.add(own);
    if (signal?.aborted) gone();
    else signal?.addEventListener('abort', gone);
  });
}

/**
 * Runs an attempt under its limits.
 * @throws ProblemError `too_many_requests` with the seconds to wait, and counts nothing then; what `run` throws
 */
export async function attempt<T>(
  limits: readonly Limit[],
  run: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const now = Date.now();
  const refused = refusal(limits, now);
  if (refused) throw refused;
  if (hasRoom(limits, now)) enter(limits);
  else await queue(limits, signal);
  let result: T;
  try {
    result = await run();
  } catch (error) {
    leave(limits, error);
    throw error;
  }
  leave(limits, undefined);
  return result;
}

/**
 * Problems of the backend or the console. All others count, also after the caller disconnected, since the guess was
 * tried.
 */
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

/** Whether the result of an attempt counts against its caller; a success never does. */
export function countsAgainst(error: unknown): boolean {
  return error instanceof ProblemError && !innocent.has(error.problem.code);
}

/** Forgets every attempt; for tests. */
export function forgetAttempts(): void {
  const { counters, waiting } = state();
  counters.clear();
  for (const each of [...waiting]) each.settle(tooMany(0));
}
