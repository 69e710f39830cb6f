/**
 * The hours that a prepaid balance lasts after a change of the spending. Pure and browser-safe.
 * @param balance rupiah
 * @param spending the current spending in rupiah per hour; null if the backend doesn't say
 * @param added rupiah per hour that the change adds; negative if it saves
 * @returns null if nothing is spent
 */
export function balanceCover(
  balance: number,
  spending: number | null,
  added: number,
): number | null {
  const rate = (spending ?? 0) + added;
  return rate > 0 ? Math.max(0, balance) / rate : null;
}

/** The rupiah per hour that a change adds, negative if it saves; null if one of both is unknown. */
export function changeOf(then: number | null, now: number | null): number | null {
  return then === null || now === null ? null : then - now;
}
