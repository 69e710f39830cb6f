/**
 * Indonesia's value added tax, as invoices show it. Since 2025 the rate is 12 % of a reduced base, the “DPP nilai lain”:
 * 11/12 of the price. That is 11 % of the price, so an invoice with 11 % shows both lines.
 */

/** Rounds to a whole number; a half goes away from zero, so that a credit note mirrors its invoice. */
export function halfUp(amount: number): number {
  // 1.005 × 100 is 100.49999999999999 in floating point, so the noise below a millionth is removed first.
  return Math.sign(amount) * Math.round(Number(Math.abs(amount).toFixed(6))) || 0;
}

/** The rate on an invoice that is charged as 12 % of 11/12 of the price. */
const reducedRate = 11;

/** The tax on a price, in whole rupiah. */
export interface TaxLines {
  /** The “DPP nilai lain”; null where the whole price is the base. */
  otherBase: number | null;
  /** The rate that is applied to the base: 12 where `otherBase` is given. */
  percent: number;
  /** The tax by our own computation. The invoice's `tax_amount` is the authority. */
  tax: number;
}

/**
 * Computes the tax on a price. The tax is rounded from the unrounded base: 13,750 has the base 12,604 and the tax 1,513.
 * @param price rupiah, after discounts
 * @param percent of the invoice: 11
 */
export function taxOn(price: number, percent: number): TaxLines {
  const tax = halfUp((price * percent) / 100);
  if (percent !== reducedRate) return { otherBase: null, percent, tax };
  return { otherBase: halfUp((price * 11) / 12), percent: 12, tax };
}
