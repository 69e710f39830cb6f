/** The sum of amounts; null as soon as one of them isn't known, since the rest alone would promise too little. */
export function wholeSum(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}
