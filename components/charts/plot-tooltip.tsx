'use client';
import { useLocale } from 'use-intl';
import { formatValue, seriesGround, type ChartFormat, type ChartSeries } from './chart';
import { xWords } from './time-axis';

interface Entry {
  dataKey?: unknown;
  value?: unknown;
  payload?: unknown;
}

export interface Shown {
  active: boolean;
  label?: string | number | undefined;
  payload?: readonly Entry[];
}

function noteOf(entry: Entry | undefined): string | null {
  const row = entry?.payload;
  if (typeof row !== 'object' || row === null || !('note' in row)) return null;
  return typeof row.note === 'string' ? row.note : null;
}

/** The values under the pointer, or where the arrow keys stand. */
export function PlotTooltip({
  shown: { active, label, payload = [] },
  series,
  format,
}: {
  shown: Shown;
  series: readonly ChartSeries[];
  format: ChartFormat;
}) {
  const language = useLocale();
  if (!active || label === undefined) return null;
  const note = noteOf(payload[0]);
  const lines = series.flatMap(({ key, label: name }, index) => {
    const value = payload.find((entry) => entry.dataKey === key)?.value;
    return typeof value === 'number' ? [{ key, name, index, value }] : [];
  });
  return (
    <div className="border-line bg-raised shadow-raised rounded border px-2.5 py-1.5 text-sm">
      <p className="text-muted text-xs">
        {xWords(label, language)}
        {note ? ` · ${note}` : ''}
      </p>
      <ul>
        {lines.length === 0 ? <li>–</li> : null}
        {lines.map(({ key, name, index, value }) => (
          <li key={key} className="flex items-center justify-between gap-4">
            <span className="inline-flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 shrink-0 rounded-sm ${seriesGround(index)}`} />
              {name}
            </span>
            <span className="tabular">{formatValue(format, value, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
