import type { ChartPoint } from './chart';

/** What recharts passes for a point. */
export interface LoneDotProps {
  cx?: number | undefined;
  cy?: number | null | undefined;
  index?: number | undefined;
  stroke?: string | undefined;
}

/** Draws a dot for a point with gaps on both sides, since no line shows it. */
export function LoneDot({
  dot: { cx, cy, index = 0, stroke },
  points,
  series,
}: {
  dot: LoneDotProps;
  points: readonly ChartPoint[];
  series: string;
}) {
  const at = (place: number) => points[place]?.values[series] ?? null;
  const lone = at(index) !== null && at(index - 1) === null && at(index + 1) === null;
  if (!lone || typeof cx !== 'number' || typeof cy !== 'number') return null;
  return <circle cx={cx} cy={cy} r={2.25} fill={stroke} />;
}
