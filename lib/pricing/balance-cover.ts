/** How long a prepaid balance lasts after one more expense. Pure and browser-safe. */

export interface BalanceCover {
  /** Hours until it is used up by the current spending and the addition; null if nothing is spent. */
  hours: number | null;
  /** Whether it pays a day of the addition alone: providers may ask for that in advance. */
  firstDay: boolean;
}

/**
 * @param balance rupiah
 * @param spending current spending in rupiah an hour; null if the backend doesn't say
 * @param added rupiah an hour of the new thing
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
