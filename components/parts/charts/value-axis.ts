/** Ticks of a value axis. */
import type { PlotProps } from './chart';

/** Steps within a unit of 1024. They are powers of two, so no tick has a fraction that rounding would change. */
const steps = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256];
/** The backend says 1.074 × 10⁹ bytes for a gigabyte of memory, a little more than 1024³. */
const hair = 0.01;

/** About four round sizes from 0 to the first that reaches `top`, in bytes. */
export function byteTicks(top: number): number[] {
  const power = top >= 1 ? Math.floor(Math.log(top * (1 + hair)) / Math.log(1024)) : 0;
  const unit = 1024 ** power;
  const size = Math.max(top / unit, 1);
  const least = power === 0 ? 1 : 0;
  const step = steps.find((each) => each >= least && each * 4 >= size * (1 - hair)) ?? 256;
  const count = Math.max(1, Math.ceil(size / step - hair));
  return Array.from({ length: count + 1 }, (_, index) => index * step * unit);
}

/**
 * Round values from 0 up to the first that reaches `top`, about four: steps of 1, 2 or 5 times a power of ten, so that
 * a mark reads exactly as it is drawn.
 */
export function roundTicks(top: number): number[] {
  if (!(top > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(top / 4));
  const step = ([1, 2, 5].find((each) => each * power * 4 >= top) ?? 10) * power;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  // A product of the step and not a sum of steps, rounded at the step's own digits: 3 × 0.1 is 0.3.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(digits)));
}

/** The highest value drawn, of one series or of all upon each other. */
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
