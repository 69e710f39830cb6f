/** The input of a chart: plain data, so that a server component can pass it. */
import { bytes, gigabytes, number, pricePerHour, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';

export interface ChartSeries {
  key: string;
  label: string;
}

export interface ChartPoint {
  /** Milliseconds since 1970 on a time axis, else the name of a category. */
  x: number | string;
  /** By key of the series. Null is drawn as a gap. */
  values: Readonly<Record<string, number | null>>;
  /** Shown beside the value in tooltip and table: “so far”. */
  note?: string;
}

/** A part of the time axis without data, and its label: “Off”. It is shaded, and labelled if there is room. */
export interface ChartBand {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  label: string;
}

/** How values are formatted. A client component may give a function. */
export type ChartUnit =
  'rupiah' | 'rupiahPerHour' | 'percent' | 'number' | 'gigabytes' | 'bytes' | 'bytesPerSecond';
export type ChartFormat = ChartUnit | ((value: number, locale: Locale) => string);

/** Height of the plot. A class and no number, since the server may write no `style`. */
export type ChartHeight = 'sm' | 'md' | 'lg';
export const heights: Record<ChartHeight, string> = { sm: 'h-40', md: 'h-56', lg: 'h-72' };

export interface ChartProps {
  /** Describes the chart to screen readers, and is the caption of its table. */
  label: string;
  /** Drawn, stacked and listed in this order. The first five have different colours. */
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
  /** Only for a time axis. */
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
  const [size, unit] = scales[locale].find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return `Rp${number(value / size, locale)}${unit}`;
}

/** The colour of a series by its index. */
export const seriesColor = (index: number) => `var(--chart-${(index % 5) + 1})`;
/** Background classes of the colours, for HTML outside of the plot. */
const grounds = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4', 'bg-chart-5'] as const;
export const seriesGround = (index: number) => grounds[index % 5] ?? grounds[0];
