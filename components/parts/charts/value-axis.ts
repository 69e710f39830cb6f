/** Ticks of a value axis. */
import type { PlotProps } from './chart';

/** Steps within a unit of 1024. They are powers of two, so no tick has a fraction that rounding would change. */
const steps = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256];
/** How far the highest value may exceed a tick: the backend's gigabyte is 1.074 × 10⁹ bytes, a bit more than 1024³. */
const tolerance = 0.01;

/** About four round sizes in bytes, from 0 to the first that reaches `top`. */
export function byteTicks(top: number): number[] {
  const power = top >= 1 ? Math.floor(Math.log(top * (1 + tolerance)) / Math.log(1024)) : 0;
  const unit = 1024 ** power;
  const size = Math.max(top / unit, 1);
  const least = power === 0 ? 1 : 0;
  const step = steps.find((each) => each >= least && each * 4 >= size * (1 - tolerance)) ?? 256;
  const count = Math.max(1, Math.ceil(size / step - tolerance));
  return Array.from({ length: count + 1 }, (_, index) => index * step * unit);
}

/**
 * About four round values from 0 to the first that reaches `top`. Their steps are 1, 2 or 5 times a power of ten, so
 * that a tick's label is exact.
 */
export function roundTicks(top: number): number[] {
  if (!(top > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(top / 4));
  const step = ([1, 2, 5].find((each) => each * power * 4 >= top) ?? 10) * power;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  // Multiplied and rounded to the digits of the step, since adding steps would give 0.30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(digits)));
}

/** The highest value that is drawn: of one series, or of the sum if series are stacked. */
export function topOf({
  series,
  points,
  stacked,
}: Pick<PlotProps, 'series' | 'points' | 'stacked'>): number {
  return points.reduce((top, { values }) => {
    const drawn = series.map(({ key }) => values[key] ?? 0);
    const here = stacked ? drawn.reduce((sum, value) => sum + value, 0) : Math.max(0, ...drawn);
    return Math.max(top, here);
  }, 0);
}
