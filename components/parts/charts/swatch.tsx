import { fillOf, seriesColors, type ChartSeries, type PlotKind } from './chart';

/** A dash pattern for each series of lines, so that colour isn't the only difference. */
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4'];

/** The dashes of the line of a series, by its place among the series; none for the first. */
export const dashesOf = (index: number) =>
  index === 0 ? undefined : dashes[index % dashes.length];

/** The colour of a series beside its name; for a line also its dashes. SVG, since forced colours take backgrounds away. */
export function Swatch({
  kind,
  series,
  index,
}: {
  kind: PlotKind;
  series: readonly ChartSeries[];
  index: number;
}) {
  const color = fillOf(seriesColors(series)[index]);
  if (kind === 'line' || kind === 'area') {
    return (
      <svg aria-hidden viewBox="0 0 22 10" className="h-2.5 w-5.5 shrink-0">
        <path d="M0 5h22" stroke={color} strokeWidth="2.5" strokeDasharray={dashesOf(index)} />
      </svg>
    );
  }
  return (
    <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 shrink-0">
      <rect width="10" height="10" rx="2" fill={color} />
    </svg>
  );
}
