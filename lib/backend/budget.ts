/**
 * The number of calls that a credential may still make: a token bucket. The backend's own 429 decides: it empties the
 * bucket until its `Retry-After`. The last tenth is reserved for changes, so that polling can't prevent a person from
 * stopping a machine. Instants are milliseconds of any monotonic clock.
 */
export class Budget {
  private tokens: number;
  private filled: number;
  private shutUntil = 0;

  constructor(
    private readonly perMinute: number,
    now: number,
  ) {
    this.tokens = this.capacity;
    this.filled = now;
  }

  /** A whole minute's calls at once; then one by one. */
  private get capacity(): number {
    return Math.max(1, this.perMinute);
  }

  /**
   * Takes one call.
   * @returns 0 when it may go, else the whole seconds to wait
   */
  take(kind: 'read' | 'write', now: number): number {
    const seconds = this.wait(kind, now);
    if (seconds === 0) this.tokens -= 1;
    return seconds;
  }

  /** The result that {@link take} would have, without taking a call. */
  wait(kind: 'read' | 'write', now: number): number {
    if (now < this.shutUntil) return Math.ceil((this.shutUntil - now) / 1000);
    const perMillisecond = this.perMinute / 60_000;
    this.tokens = Math.min(
      this.capacity,
      this.tokens + Math.max(0, now - this.filled) * perMillisecond,
    );
    this.filled = now;
    const floor = kind === 'read' ? Math.floor(this.capacity / 10) : 0;
    if (this.tokens - 1 >= floor) return 0;
    return Math.max(1, Math.ceil((floor + 1 - this.tokens) / perMillisecond / 1000));
  }

  /** The backend answered 429: no calls until `seconds` have passed, then one by one. */
  shut(seconds: number, now: number): void {
    this.shutUntil = Math.max(this.shutUntil, now + seconds * 1000);
    this.tokens = Math.min(this.tokens, Math.floor(this.capacity / 10) + 1);
    this.filled = Math.max(this.filled, this.shutUntil);
  }
}
