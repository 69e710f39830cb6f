/**
 * The two clocks that code in the browser goes by. The browser's own wall clock is neither: it may be wrong by hours, and
 * it may jump while a page is open.
 *
 * `serverNow` is the server's clock: instants that a server told are compared with it, and with nothing else.
 * `elapsed` never jumps: it measures how long something takes in this page.
 *
 * The page learns the server's clock from the HTML (`startServerClock`), and puts it right by the `Date` of each answer of
 * ours (`hearServer`). On the server both are the server's own.
 */

/** An instant of the server (milliseconds since 1970), and what `elapsed` was then. */
interface Mark {
  at: number;
  elapsed: number;
}

let mark: Mark | null = null;

/** How far off the clock may be before an answer puts it right: it shall not move a little with each answer. */
const slack = 1_000;
/** A `Date` header tells whole seconds. */
const headerStep = 1_000;

/** Milliseconds since this page was opened, by a clock that never jumps. */
export const elapsed = (): number => performance.now();

/** What time it is at the server, in milliseconds since 1970; by the browser's clock until the server has told. */
export function serverNow(): number {
  if (typeof window === 'undefined') return Date.now();
  mark ??= { at: Date.now(), elapsed: elapsed() };
  return Math.round(mark.at + elapsed() - mark.elapsed);
}

/** An instant of the device's clock, such as `dataUpdatedAt`, by the server's. Milliseconds since 1970. */
export const serverTime = (device: number): number => device + serverNow() - Date.now();

/** When the answer that this page came in began to arrive: the server wrote its time into it just before. */
function pageCame(): number {
  const [entry] = performance.getEntriesByType('navigation');
  const begun = (entry as PerformanceNavigationTiming | undefined)?.responseStart ?? 0;
  return begun > 0 ? begun : elapsed();
}

/** Sets the clock by the time that stands in the HTML. @param at milliseconds since 1970, when the server wrote it */
export function startServerClock(at: number): void {
  if (typeof window !== 'undefined') mark = { at, elapsed: pageCame() };
}

/**
 * Puts the clock right by an answer of ours, where the answer proves it wrong.
 * @param sent what `elapsed` was when it was asked for
 */
export function hearServer(answer: Response, sent: number): void {
  const told = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const got = elapsed();
  const now = serverNow();
  // The header was written at some time between asking and now, and its second may be nearly over.
  const latest = told + headerStep + (got - sent);
  if (now >= told - slack && now <= latest + slack) return;
  mark = { at: told + headerStep / 2, elapsed: got };
}

/** How long to wait for an instant of the server, in milliseconds: a timer's length that can't turn into a busy loop. */
export function waitFor(
  instant: number,
  { least, most, now = serverNow() }: { least: number; most: number; now?: number },
): number {
  const left = instant - now;
  return Number.isNaN(left) ? most : Math.min(most, Math.max(least, left));
}

/** For tests: as in a page that was just opened, before the server has told. */
export function forgetServerClock(): void {
  mark = null;
}
