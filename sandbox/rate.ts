/** Limits calls per minute, counted in real time in windows of a minute, as an API gateway does. */
export class RateLimit {
  readonly #windows = new Map<string, { start: number; calls: number }>();

  /** Counts a call. @returns the seconds to wait if there were too many, else 0 */
  take(key: string, perMinute: number, now = Date.now()): number {
    const window = this.#windows.get(key);
    if (!window || now - window.start >= 60_000) {
      this.#windows.set(key, { start: now, calls: 1 });
      return 0;
    }
    window.calls += 1;
    return window.calls > perMinute
      ? Math.max(1, Math.ceil((window.start + 60_000 - now) / 1000))
      : 0;
  }
}
