/** The lines of a small chart. Pure. */

/** What is drawn in a box that is 100 high and one wide for each step between two values. */
export interface SparklinePath {
  /** The values; a null is a gap. */
  line: string;
  /** The areas between the line and the ground. */
  area: string;
  width: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Draws values at even steps, the oldest first.
 * @param top the value at the upper edge; more is drawn there, too
 */
export function sparklinePath(values: readonly (number | null)[], top: number): SparklinePath {
  const height = (value: number) =>
    top > 0 ? round(100 - (Math.min(Math.max(value, 0), top) / top) * 100) : 100;
  const runs: { x: number; y: number }[][] = [];
  values.forEach((value, x) => {
    if (value === null) return;
    const point = { x, y: height(value) };
    const before = runs.at(-1);
    if (before && before.at(-1)?.x === x - 1) before.push(point);
    else runs.push([point]);
  });
  const drawn = runs.map((points) => {
    const line = `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
    const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
    // A line without length is drawn as a dot, by its round ends.
    return first === last
      ? { line: `${line}h0`, area: '' }
      : { line, area: `${line}V100H${first}Z` };
  });
  return {
    line: drawn.map(({ line }) => line).join(''),
    area: drawn.map(({ area }) => area).join(''),
    width: Math.max(1, values.length - 1),
  };
}
