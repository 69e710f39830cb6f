/**
 * Identical reads of one credential share a call (single-flight) and, for a second, its answer (micro-cache). A change
 * by the same credential starts a new generation: earlier reads are neither shared nor kept.
 */
import { perProcess } from '@/lib/log/per-process';
import { metrics } from '@/lib/log/metrics';
import { problem } from '@/lib/problem';
import { Budget } from './budget';
import type { Answered } from './exchange';
import { anonymousQueue, credentialQueue, CallQueue } from './call-queue';
import { Lru } from './lru';

/** Milliseconds that an answer is kept. */
const freshFor = 1000;
const mostKept = 500;
const mostCredentials = 5000;
const largestKept = 1024 * 1024;
/** Most bytes of all kept answers as received; in memory they take a small multiple. */
export const mostBytes = 32 * 1024 * 1024;

interface Flight {
  answer: Promise<unknown>;
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
  for (const [key, { until }] of shared.kept) {
    if (until > now) break; // in order of age
    drop(key);
  }
  shared.sweeping = shared.kept.size > 0;
  if (shared.sweeping) setTimeout(sweep, freshFor).unref();
}

function keep(key: string, { result, bytes }: Answered): void {
  const shared = all();
  drop(key);
  shared.kept.set(key, { until: performance.now() + freshFor, bytes, result });
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
  /** Doesn't accept a kept answer or a running call. */
  fresh: boolean;
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
  signal,
  start,
}: SharedRead): Promise<unknown> {
  const shared = all();
  if (signal?.aborted) return Promise.reject(problem('cancelled', 499, 'The caller went away.'));
  const generation = state.generation;
  const full = `${hash}\n${generation}\n${key}`;
  if (!fresh) {
    const kept = shared.kept.get(full);
    if (kept && kept.until > performance.now()) {
      metrics().savedCalls.inc({ how: 'cache' });
      return Promise.resolve(kept.result);
    }
    const flying = state.flights.get(full);
    if (flying) {
      metrics().savedCalls.inc({ how: 'joined' });
      return join(flying, signal, () => state.flights.delete(full));
    }
  }
  const stop = new AbortController();
  const forget = () => {
    if (state.flights.get(full) === flight) state.flights.delete(full);
  };
  const answer = start(stop.signal).then(
    (answered) => {
      forget();
      if (answered.bytes <= largestKept && state.generation === generation) keep(full, answered);
      return answered.result;
    },
    (error: unknown) => {
      forget();
      throw error;
    },
  );
  answer.catch(() => undefined); // all callers may have left
  const flight: Flight = { answer, waiting: 0, stop };
  state.flights.set(full, flight);
  return join(flight, signal, forget);
}
