/** The input of a chart: plain data, so that a server component can pass it. */
import { bytes, gigabytes, number, pricePerHour, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

/** One series of values. */
export interface ChartSeries {
  key: string;
  label: string;
  /** The state that the series shows; it is drawn in that state's colour. */
  tone?: StateTone;
}

/** The colours of states, the same as those of `Status`. */
export type StateTone = 'run' | 'busy' | 'off' | 'danger' | 'warn';

/** A point of the x axis, with the value of each series. */
export interface ChartPoint {
  /** Milliseconds since 1970 on a time axis, else the name of a category. */
  x: number | string;
  /** By key of the series. Null is drawn as a gap. */
  values: Readonly<Record<string, number | null>>;
  /** Shown beside the value in tooltip and table: “so far”. */
  note?: string;
  /** The state that the bar shows in a chart with a single series; it is drawn in that state's colour. */
  tone?: StateTone;
}

/** A part of the time axis without data, and its label: “Off”. It is shaded, and labelled if there is room. */
export interface ChartBand {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  label: string;
}

/** A stretch of time, in milliseconds since 1970. */
export interface ChartSpan {
  from: number;
  to: number;
}

/** How values are formatted. A client component may give its own function. */
export type ChartUnit =
  'rupiah' | 'rupiahPerHour' | 'percent' | 'number' | 'gigabytes' | 'bytes' | 'bytesPerSecond';
export type ChartFormat = ChartUnit | ((value: number, locale: Locale) => string);

/** The height of the plot. It sets a class instead of a `style`, since the CSP forbids styles in the server's HTML. */
export type ChartHeight = 'sm' | 'md' | 'lg';
export const heights: Record<ChartHeight, string> = { sm: 'h-40', md: 'h-56', lg: 'h-72' };

export interface ChartProps {
  /** Describes the chart to screen readers, and is the caption of its table. */
  label: string;
  /** Drawn, stacked and listed in this order. Each has its own colour; a series with a `tone` has that of the state. */
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  format: ChartFormat;
  /** Header of the table's first column: “Month”, “Time”. */
  xLabel: string;
  height?: ChartHeight;
  /** Charts with the same id share their crosshair. */
  syncId?: string;
  /** Lower and upper end of the value axis. By default from 0 to what the data need. */
  domain?: readonly [number, number | 'auto'];
  /** The range of a time axis. By default it reaches from the first point to the last. */
  span?: ChartSpan;
  /** On a time axis only. */
  bands?: readonly ChartBand[];
}

export type PlotKind = 'line' | 'area' | 'bars' | 'rows';

/** Props of the plot, which is loaded when the chart comes into view. */
export interface PlotProps extends ChartProps {
  kind: PlotKind;
  stacked: boolean;
}

const units: Record<ChartUnit, (value: number, locale: Locale) => string> = {
  rupiah: (value) => rupiah(value),
  rupiahPerHour: (value, locale) => pricePerHour(value, locale),
  percent: (value, locale) => `${number(value, locale)}%`,
  number: (value, locale) => number(value, locale, 2),
  gigabytes: (value, locale) => gigabytes(value, locale),
  bytes: (value, locale) => bytes(value, locale),
  bytesPerSecond: (value, locale) => `${bytes(value, locale)}/s`,
};

/** Formats a value; `–` for a gap. */
export function formatValue(
  format: ChartFormat,
  value: number | null | undefined,
  locale: Locale,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return typeof format === 'function' ? format(value, locale) : units[format](value, locale);
}

const scales: Record<Locale, readonly (readonly [number, string])[]> = {
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
  id: [
    [1e9, ' M'],
    [1e6, ' jt'],
    [1e3, ' rb'],
  ],
};

/** Formats a value at an axis, where there is little room: rupiah are shortened, `Rp1.2M`, `Rp1,2 jt`. */
export function formatTick(format: ChartFormat, value: number, locale: Locale): string {
  if (format !== 'rupiah' && format !== 'rupiahPerHour') return formatValue(format, value, locale);
  // The rounded number decides: Rp1,000k is Rp1M.
  const [size, unit] = scales[locale].find(([least]) => Math.abs(value) >= least * 0.99995) ?? [
    1,
    '',
  ];
  return `Rp${number(value / size, locale)}${unit}`;
}

type Color = `chart-${1 | 2 | 3 | 4 | 5 | 6}` | `${StateTone}-mark`;

/** The colours of series, in the order in which they are used. */
const palette: readonly Color[] = [
  'chart-1',
  'chart-2',
  'chart-3',
  'chart-4',
  'chart-5',
  'chart-6',
];
/** The colours in a chart that also shows states. The other colours look like grey, green, blue or amber states. */
const besideStates: readonly Color[] = ['chart-4', 'chart-6', 'chart-1'];

/**
 * The colour of each series. No two series share one.
 * @throws RangeError if there are more series than colours
 */
export function seriesColors(series: readonly ChartSeries[]): Color[] {
  const free = [...(series.some(({ tone }) => tone) ? besideStates : palette)];
  return series.map(({ tone, label }) => {
    const color = tone ? (`${tone}-mark` as const) : free.shift();
    if (!color) throw new RangeError(`no colour is left for ${label}`);
    return color;
  });
}

/** The colour of a point's bar; null if it has the colour of its series. */
export const pointColor = ({ tone }: ChartPoint): Color | null => (tone ? `${tone}-mark` : null);

/** A colour for SVG. */
export const fillOf = (color: Color | undefined) => `var(--${color ?? 'chart-1'})`;

/** The class that gives HTML beside the plot the same colour as background. */
export const groundOf: Record<Color, string> = {
  'chart-1': 'bg-chart-1',
  'chart-2': 'bg-chart-2',
  'chart-3': 'bg-chart-3',
  'chart-4': 'bg-chart-4',
  'chart-5': 'bg-chart-5',
  'chart-6': 'bg-chart-6',
  'run-mark': 'bg-run-mark',
  'busy-mark': 'bg-busy-mark',
  'off-mark': 'bg-off-mark',
  'danger-mark': 'bg-danger-mark',
  'warn-mark': 'bg-warn-mark',
};
