/** Limits the doctor's calls: several at once, within the calls a minute of a credential. */
import { Budget } from '@/lib/backend/budget';

/** Waits for some milliseconds. A test passes its own. */
export type Pause = (milliseconds: number) => Promise<void>;

/** The settings that a test replaces. */
export interface Manner {
  pause: Pause;
  /** The time in milliseconds, of the clock that `pause` uses. */
  now: () => number;
  perMinute: number;
  /** The most calls that are under way at once. */
  atOnce: number;
  /** Milliseconds after which a call is cancelled. */
  timeLimit: number;
}

/** Delays calls so that they stay within the budget. */
export class Pace {
  readonly #budget: Budget;
  #waiting: Promise<void> | null = null;

  constructor(readonly manner: Manner) {
    this.#budget = new Budget(manner.perMinute, manner.now());
  }

  /** Resolves once the next call may start. */
  async turn(): Promise<void> {
    // The doctor makes no changes, so it also uses the part of the budget that is kept for them.
    for (;;) {
      const wait = this.#budget.take('write', this.manner.now());
      if (wait === 0) return;
      this.#waiting ??= this.manner.pause(wait).finally(() => (this.#waiting = null));
      await this.#waiting;
    }
  }

  /** Stops all calls for some seconds, after a 429. */
  shut(seconds: number): void {
    this.#budget.shut(seconds, this.manner.now());
  }
}
