/** The sum of amounts; null if one of them is unknown, since the sum of the others would be too small. */
export function wholeSum(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}
