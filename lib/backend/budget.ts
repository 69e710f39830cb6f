/**
 * The number of calls that a credential may still make: at most so many in any minute, as the backends count. The
 * backend's own 429 decides: it shuts the budget until its `Retry-After`. Instants are milliseconds of any monotonic
 * clock.
 *
 * Parts are reserved, so that what matters more is never stopped by what matters less: a person can stop a machine while
 * pages are polling, the navigation comes before what it leads to, and what a page doesn't show yet comes before what it
 * shows already.
 */

/** What a call is for, the most important first. */
export type CallKind = 'write' | 'scope' | 'read' | 'again';

/** The part of the budget that is left to more important calls. */
const reserved: Readonly<Record<CallKind, number>> = {
  write: 0,
  scope: 0.1,
  read: 0.2,
  again: 0.3,
};

/** A minute, and a little more: calls take different times to arrive. */
const minute = 60_000 + 250;

export class Budget {
  /** When the calls that count were made, the oldest first. */
  private times: number[] = [];
  private shutUntil = 0;
  private latest: number;
  private readonly capacity: number;
  /** Milliseconds that a call counts: longer where less than one call a minute is allowed. */
  private readonly window: number;

  constructor(perMinute: number, now: number) {
    this.capacity = Math.max(1, Math.floor(perMinute));
    this.window = perMinute >= 1 ? minute : minute / perMinute;
    this.latest = now;
  }

  /**
   * Takes one call.
   * @returns 0 when it may go, else the milliseconds to wait
   */
  take(kind: CallKind, now: number): number {
    const wait = this.wait(kind, now);
    if (wait === 0) this.times.push(this.latest);
    return wait;
  }

  /** The result that {@link take} would have, without taking a call. */
  wait(kind: CallKind, now: number): number {
    this.latest = Math.max(this.latest, now);
    const shut = this.shutUntil - this.latest;
    if (shut > 0) return shut;
    const counts = this.times.findIndex((at) => this.latest - at < this.window);
    this.times = counts < 0 ? [] : this.times.slice(counts);
    const most = Math.max(1, this.capacity - Math.floor(this.capacity * reserved[kind]));
    const last = this.times[this.times.length - most];
    return last === undefined ? 0 : last + this.window - this.latest;
  }

  /** The backend answered 429: no calls until `seconds` have passed, then only a few until the minute is over. */
  shut(seconds: number, now: number): void {
    this.latest = Math.max(this.latest, now);
    this.shutUntil = Math.max(this.shutUntil, this.latest + seconds * 1000);
  }
}
