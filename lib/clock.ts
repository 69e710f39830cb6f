/**
 * The two clocks that code in the browser uses. Neither is the browser's own wall clock, which may be wrong by hours
 * and may jump while a page is open.
 *
 * `serverNow` is the server's clock; instants from a server are compared only with it. `elapsed` never jumps; it
 * measures how long something takes in this page.
 *
 * The page learns the server's time from the HTML (`startServerClock`) and corrects it by the `Date` of each of our
 * answers (`hearServer`). On the server, both clocks are the server's own.
 */

/** An instant of the server (milliseconds since 1970), and the value of `elapsed` at that moment. */
interface Mark {
  at: number;
  elapsed: number;
}

let mark: Mark | null = null;

/**
 * Milliseconds by which the clock may be wrong before an answer corrects it, so that it doesn't change a little with
 * each answer.
 */
const slack = 1_000;
/** A `Date` header has whole seconds. */
const headerStep = 1_000;

/** Milliseconds since this page was opened, by a clock that never jumps. */
export const elapsed = (): number => performance.now();

/** The server's time in milliseconds since 1970; the browser's time until the server's is known. */
export function serverNow(): number {
  if (typeof window === 'undefined') return Date.now();
  mark ??= { at: Date.now(), elapsed: elapsed() };
  return Math.round(mark.at + elapsed() - mark.elapsed);
}

/**
 * Converts an instant of the device's clock, such as `dataUpdatedAt`, to the server's clock. Milliseconds since 1970.
 */
export const serverTime = (device: number): number => device + serverNow() - Date.now();

/** When this page's HTML began to arrive; the server wrote its time into it just before. */
function pageCame(): number {
  const [entry] = performance.getEntriesByType('navigation');
  const begun = (entry as PerformanceNavigationTiming | undefined)?.responseStart ?? 0;
  return begun > 0 ? begun : elapsed();
}

/** Sets the clock by the time in the HTML. @param at milliseconds since 1970, when the server wrote it */
export function startServerClock(at: number): void {
  if (typeof window !== 'undefined') mark = { at, elapsed: pageCame() };
}

/**
 * Corrects the clock by one of our answers, if the answer proves it wrong.
 * @param sent the value of `elapsed` when the request was sent
 */
export function hearServer(answer: Response, sent: number): void {
  const told = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const got = elapsed();
  const now = serverNow();
  // The header was written between the request and now, and its second may be nearly over.
  const latest = told + headerStep + (got - sent);
  if (now >= told - slack && now <= latest + slack) return;
  mark = { at: told + headerStep / 2, elapsed: got };
}

/** Milliseconds to wait for an instant of the server, within limits that prevent a busy loop. */
export function waitFor(
  instant: number,
  { least, most, now = serverNow() }: { least: number; most: number; now?: number },
): number {
  const left = instant - now;
  return Number.isNaN(left) ? most : Math.min(most, Math.max(least, left));
}

/** Resets the clock to that of a new page, before the server's time is known; for tests. */
export function forgetServerClock(): void {
  mark = null;
}
