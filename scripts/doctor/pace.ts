/** How fast the doctor asks: several calls side by side, within the calls a minute that a credential has. */
import { Budget } from '@/lib/backend/budget';

/** Waits so many milliseconds; a test gives its own. */
export type Pause = (milliseconds: number) => Promise<void>;

/** What a test sets by itself. */
export interface Manner {
  pause: Pause;
  /** Milliseconds of the clock that `pause` goes by. */
  now: () => number;
  perMinute: number;
  /** Calls under way at most. */
  atOnce: number;
  /** Milliseconds until a call is given up. */
  timeLimit: number;
}

export class Pace {
  readonly #budget: Budget;
  #waiting: Promise<void> | null = null;

  constructor(readonly manner: Manner) {
    this.#budget = new Budget(manner.perMinute, manner.now());
  }

  /** Resolves once the next call may go. Those who wait do so together. */
  async turn(): Promise<void> {
    // Nobody else uses the part that is kept for changes: the doctor makes none.
    for (;;) {
      const seconds = this.#budget.take('write', this.manner.now());
      if (seconds === 0) return;
      this.#waiting ??= this.manner.pause(seconds * 1000).finally(() => (this.#waiting = null));
      await this.#waiting;
    }
  }

  /** The backend said 429: nobody asks for so long. */
  shut(seconds: number): void {
    this.#budget.shut(seconds, this.manner.now());
  }
}
