/** How long a prepaid balance lasts once something more is paid from it. Pure and browser-safe. */

export interface BalanceCover {
  /** Hours until it is used up at what is spent now and the addition; null where nothing is spent. */
  hours: number | null;
  /** Whether it pays the addition alone for a day: providers may ask for as much in advance. */
  firstDay: boolean;
}

/**
 * @param balance rupiah at hand
 * @param spending rupiah an hour that is spent already; null where the backend doesn't say
 * @param added rupiah an hour that the new thing costs
 */
export function balanceCover(
  balance: number,
  spending: number | null,
  added: number,
): BalanceCover {
  const rate = (spending ?? 0) + added;
  return {
    hours: rate > 0 ? Math.max(0, balance) / rate : null,
    firstDay: balance >= added * 24,
  };
}
