/** Adds amounts in rupiah to the cent: a balance of DewaVPS may have cents, and 0.1 + 0.2 isn't 0.3. */
export const added = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100 || 0;
