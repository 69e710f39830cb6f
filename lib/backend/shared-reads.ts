/**
 * Identical reads of one credential share a call (single-flight) and, for a second, its answer (micro-cache). A change
 * by the same credential starts a new generation, and so does a read that finds nothing, or that is refused to a member of
 * an organization: earlier reads are neither shared nor kept. What the provider offers is
 * kept for minutes, over changes too (`lib/contract/lasting`). A read that wants a fresh answer is shared with others of
 * its kind alone; the credential's budget limits how many there are.
 */
import { perProcess } from '@/lib/log/per-process';
import { metrics } from '@/lib/log/metrics';
import { problem, ProblemError } from '@/lib/problem';
import { Budget } from './budget';
import type { Answered } from './exchange';
import { anonymousQueue, credentialQueue, CallQueue } from './call-queue';
import { Lru } from './lru';

/** Milliseconds that an answer is kept, unless the read says more. */
const freshFor = 1000;
/** Milliseconds that the answer of a fresh read serves other fresh reads: clicks in quick succession are one call. */
const freshPause = 300;
const mostKept = 2000;
const mostCredentials = 5000;
const largestKept = 1024 * 1024;
/** Most bytes of all kept answers as received; in memory they take a small multiple. */
export const mostBytes = 32 * 1024 * 1024;

interface Flight {
  answer: Promise<unknown>;
  /** Begun for somebody who wanted a fresh answer. */
  fresh: boolean;
  /** Callers that can still leave; `Infinity` after one joined that can't. */
  waiting: number;
  stop: AbortController;
}

export interface CredentialState {
  budget: Budget;
  /** The calls under way, and those that wait for a place. */
  queue: CallQueue;
  generation: number;
  flights: Map<string, Flight>;
}

interface Kept {
  until: number;
  /** Until when it serves fresh reads, too. */
  freshUntil: number;
  bytes: number;
  result: unknown;
}

const all = () =>
  perProcess('reads', () => ({
    generations: 0,
    states: new Lru<CredentialState>(mostCredentials),
    kept: new Map<string, Kept>(),
    bytes: 0,
    sweeping: false,
  }));

/**
 * The state of a credential; made at first use.
 * @param anonymous for everybody who isn't signed in together
 */
export function stateOf(hash: string, callsPerMinute: number, anonymous: boolean): CredentialState {
  const shared = all();
  return shared.states.getOrMake(hash, () => ({
    budget: new Budget(callsPerMinute, performance.now()),
    queue: new CallQueue(anonymous ? anonymousQueue : credentialQueue),
    generation: ++shared.generations,
    flights: new Map(),
  }));
}

/** Forgets the answers of this credential; running reads are no longer shared. */
export function newGeneration(state: CredentialState): void {
  state.generation = ++all().generations;
}

/** The number of bytes that are kept now. */
export function keptBytes(): number {
  return all().bytes;
}

function drop(key: string): void {
  const shared = all();
  shared.bytes -= shared.kept.get(key)?.bytes ?? 0;
  shared.kept.delete(key);
}

function sweep(): void {
  const shared = all();
  const now = performance.now();
  for (const [key, { until }] of shared.kept) if (until <= now) drop(key);
  shared.sweeping = shared.kept.size > 0;
  if (shared.sweeping) setTimeout(sweep, freshFor).unref();
}

function keep(key: string, { result, bytes }: Answered, keepFor: number, fresh: boolean): void {
  const shared = all();
  drop(key);
  const now = performance.now();
  const freshUntil = fresh ? now + freshPause : 0;
  shared.kept.set(key, { until: now + keepFor, freshUntil, bytes, result });
  shared.bytes += bytes;
  for (const oldest of shared.kept.keys()) {
    if (shared.kept.size <= mostKept && shared.bytes <= mostBytes) break;
    drop(oldest);
  }
  if (shared.sweeping) return;
  shared.sweeping = true;
  setTimeout(sweep, freshFor).unref();
}

function join(
  flight: Flight,
  signal: AbortSignal | undefined,
  leave: () => void,
): Promise<unknown> {
  if (!signal) {
    flight.waiting = Infinity;
    return flight.answer;
  }
  flight.waiting += 1;
  return new Promise((resolve, reject) => {
    const away = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        leave();
        flight.stop.abort();
      }
      reject(problem('cancelled', 499, 'The caller went away.'));
    };
    signal.addEventListener('abort', away, { once: true });
    const settle = (end: () => void) => () => {
      signal.removeEventListener('abort', away);
      end();
    };
    flight.answer.then(
      (result) => settle(() => resolve(result))(),
      (error: unknown) =>
        settle(() => reject(error instanceof Error ? error : new Error('not an error')))(),
    );
  });
}

export interface SharedRead {
  /** Hash of the credential; part of the key, so that nobody gets another's answer. */
  hash: string;
  state: CredentialState;
  /** Reference and input. */
  key: string;
  /** Accepts a kept answer or a running call only if it was asked for as fresh, too. */
  fresh: boolean;
  /** Milliseconds that the answer is kept; a second by default, 0 for never. */
  keepFor?: number | undefined;
  /** No change of this credential changes the answer. */
  lasting?: boolean | undefined;
  /** Asked for a person with memberships: a refusal may come from one that was ended or lowered since. */
  ofMember?: boolean | undefined;
  signal?: AbortSignal | undefined;
  /** Makes the call; its signal is aborted when nobody waits any more. */
  start: (signal: AbortSignal) => Promise<Answered>;
}

/** Reads with as few calls as possible. The result is shared: nobody may change it. */
export function sharedRead({
  hash,
  state,
  key,
  fresh,
  keepFor = freshFor,
  lasting = false,
  ofMember = false,
  signal,
  start,
}: SharedRead): Promise<unknown> {
  const shared = all();
  if (signal?.aborted) return Promise.reject(problem('cancelled', 499, 'The caller went away.'));
  const { generation } = state;
  const full = `${hash}\n${lasting ? 'lasting' : generation}\n${key}`;
  const forget = (flight: Flight) => {
    if (state.flights.get(full) === flight) state.flights.delete(full);
  };
  const kept = shared.kept.get(full);
  if (kept && (fresh ? kept.freshUntil : kept.until) > performance.now()) {
    metrics().savedCalls.inc({ how: 'cache' });
    return Promise.resolve(kept.result);
  }
  const flying = state.flights.get(full);
  if (flying && (flying.fresh || !fresh)) {
    metrics().savedCalls.inc({ how: 'joined' });
    return join(flying, signal, () => forget(flying));
  }
  const stop = new AbortController();
  const answer = start(stop.signal).then(
    (answered) => {
      forget(flight);
      const current = lasting || state.generation === generation;
      if (keepFor > 0 && answered.bytes <= largestKept && current)
        keep(full, answered, keepFor, fresh);
      return answered.result;
    },
    (error: unknown) => {
      forget(flight);
      // What is gone was removed elsewhere: what is kept may still name it.
      const code = error instanceof ProblemError ? error.problem.code : null;
      if (code === 'not_found' || (code === 'no_access' && ofMember)) newGeneration(state);
      throw error;
    },
  );
  answer.catch(() => undefined); // all callers may have left
  const flight: Flight = { answer, fresh, waiting: 0, stop };
  state.flights.set(full, flight);
  return join(flight, signal, () => forget(flight));
}
