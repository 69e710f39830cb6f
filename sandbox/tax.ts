/** The value added tax (PPN) of both backends. */

/** The percent of PPN on a payment to DewaVPS. */
export const vatPercent = 11;

/** The tax on an amount in whole rupiah: half a rupiah goes up, and that of a credit note mirrors that of its invoice. */
export function taxOf(amount: number, percent: number): number {
  const tax = Math.floor((Math.abs(amount) * percent) / 100 + 0.5);
  return amount < 0 ? -tax : tax;
}
