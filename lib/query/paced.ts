/**
 * Makes many calls with one credential, one after the other and within the calls a minute, so that the person's pages
 * still get answers. Where the provider or the console refuses for a while, it waits as long as the refusal says.
 */
import { elapsed } from '@/lib/clock';
import { ProblemError } from '@/lib/problem';

/** Calls that a long reading makes in any minute. The console leaves about 48 to reads; the rest is for the pages. */
const callsPerMinute = 36;
const minute = 60_000;
/** After so many refusals of one call somebody else uses the credential all the time. */
const mostRefusals = 10;
/** Milliseconds to wait after a refusal that doesn't say how long. */
const usualWait = 10_000;

/** Milliseconds that never go back, and a wait that ends early with the signal's reason. */
export interface PaceClock {
  now: () => number;
  wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

const clock: PaceClock = {
  now: elapsed,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

export interface PacedOptions {
  signal?: AbortSignal | undefined;
  /** Told how many seconds the next call waits; 0 when it goes on. */
  onWait?: ((seconds: number) => void) | undefined;
}

/** A queue of calls of one credential. */
export class Lane {
  #times: number[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #perMinute: number;
  readonly #clock: PaceClock;

  constructor(perMinute = callsPerMinute, pace: PaceClock = clock) {
    this.#perMinute = perMinute;
    this.#clock = pace;
  }

  /**
   * Makes a call when its turn has come; a refusal for too many calls is waited for, and the call is made again.
   * @throws what the call throws; the signal's reason
   */
  run<T>(call: () => Promise<T>, options: PacedOptions = {}): Promise<T> {
    const turn = this.#last.then(() => this.#patiently(call, options));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #patiently<T>(call: () => Promise<T>, options: PacedOptions): Promise<T> {
    for (let refusals = 0; ; refusals += 1) {
      await this.#pause(this.#untilNext(), options);
      this.#times.push(this.#clock.now());
      try {
        return await call();
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : null;
        if (problem?.code !== 'too_many_requests' || refusals >= mostRefusals) throw error;
        if (problem.perMinute)
          this.#perMinute = Math.min(this.#perMinute, paceOf(problem.perMinute));
        await this.#pause(problem.retryAfter ? problem.retryAfter * 1000 : usualWait, options);
      }
    }
  }

  /** Milliseconds until the next call may go. */
  #untilNext(): number {
    const now = this.#clock.now();
    this.#times = this.#times.filter((at) => now - at < minute);
    const first = this.#times.at(-this.#perMinute);
    return first === undefined ? 0 : first + minute - now;
  }

  async #pause(milliseconds: number, { signal, onWait }: PacedOptions): Promise<void> {
    signal?.throwIfAborted();
    if (milliseconds <= 0) return;
    onWait?.(Math.ceil(milliseconds / 1000));
    await this.#clock.wait(milliseconds, signal);
    onWait?.(0);
  }
}

/** The pace where the provider allows fewer calls a minute than we thought. */
const paceOf = (perMinute: number): number => Math.max(1, Math.floor(perMinute * 0.6));

const lanes = new Map<string, Lane>();

/** The lane of a credential of this page's person. @param account slug of a VPS account; null for Awanio */
export function laneOf(account: string | null): Lane {
  const key = account ?? '';
  const lane = lanes.get(key) ?? new Lane();
  lanes.set(key, lane);
  return lane;
}
