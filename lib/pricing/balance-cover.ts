/**
 * How many hours a prepaid balance lasts once something more, or less, is paid from it. Pure and browser-safe.
 * @param balance rupiah at hand
 * @param spending rupiah an hour that is spent already; null where the backend doesn't say
 * @param added rupiah an hour that the change adds; less than 0 where it saves
 * @returns null where nothing is spent then
 */
export function balanceCover(
  balance: number,
  spending: number | null,
  added: number,
): number | null {
  const rate = (spending ?? 0) + added;
  return rate > 0 ? Math.max(0, balance) / rate : null;
}

/** Rupiah an hour that a change adds, less than 0 where it saves; null where one of both isn't known. */
export function changeOf(then: number | null, now: number | null): number | null {
  return then === null || now === null ? null : then - now;
}
