import type { Schedule } from '../engine';

/** A clock and timers that a test advances. */
export class ManualTimers {
  time = Date.UTC(2026, 10, 21, 10, 0, 0);
  private due: { at: number; fn: () => void }[] = [];

  readonly now = (): number => this.time;

  readonly schedule: Schedule = (fn, ms) => {
    const entry = { at: this.time + ms, fn };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  };

  /** Advances the time by `ms` and runs the due timers in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.due = this.due.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.fn();
    }
    this.time = end;
  }
}
