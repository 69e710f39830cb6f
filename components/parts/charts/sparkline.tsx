import { sparklinePath } from './sparkline-path';

/**
 * A small line without axes, as plain SVG: no code of a chart is loaded for it. It says nothing to screen readers: what it
 * shows stands in words beside it.
 * @param values at even steps, the oldest first; null is a gap
 * @param top the value at the upper edge
 */
export function Sparkline({ values, top }: { values: readonly (number | null)[]; top: number }) {
  const { line, area, width } = sparklinePath(values, top);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="none"
      className="border-line block h-10 w-full overflow-visible border-b"
    >
      <path d={area} className="fill-chart-1" opacity="0.14" />
      <path
        d={line}
        className="stroke-chart-1"
        fill="none"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
