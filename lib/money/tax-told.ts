import { taxOn, type TaxLines } from './tax';

/** Indonesia's rate, of which the lines “DPP nilai lain” and “PPN 12 %” are made. */
const rate = 11;

/**
 * The lines of a tax that a backend has told in rupiah: base and rate where the rule gives just that tax.
 * @param prices what the tax may be on, in rupiah: the amount, or the amount with its fee
 * @returns null where the tax follows no rule that we know, so that only its sum can be shown
 */
export function toldTaxLines(tax: number, prices: readonly number[]): TaxLines | null {
  const lines = prices.map((price) => taxOn(price, rate));
  return tax === 0 ? null : (lines.find((line) => line.tax === tax) ?? null);
}
