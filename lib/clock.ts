/**
 * The server's clock, in the browser. A device's clock may be wrong by minutes or hours: what a server dates is compared
 * with this one, never with the device's. Spans between two moments of the device need none of it.
 */

/** Milliseconds to add to the device's clock. */
let offset = 0;
/** A difference up to this is the way that an answer took, and no wrong clock. */
const tolerance = 3_000;

/** Milliseconds since 1970 by the server's clock; on the server its own. */
export const serverNow = (): number => Date.now() + offset;

/** An instant of the device's clock, by the server's. Milliseconds since 1970. */
export const serverTime = (device: number): number => device + offset;

/**
 * Hears what the server's clock says.
 * @param told milliseconds since 1970; what is no number is passed over
 * @param at the device's clock when it was told
 */
export function hearServerTime(told: number, at = Date.now()): void {
  const difference = told - at;
  if (!Number.isFinite(difference) || Math.abs(difference - offset) <= tolerance) return;
  offset = Math.abs(difference) <= tolerance ? 0 : difference;
}
