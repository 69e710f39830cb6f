'use client';
import { useEffect, useEffectEvent } from 'react';
import { useLocale } from 'use-intl';
import { formatValue, type ChartFormat, type ChartSeries, type PlotKind } from './chart';
import { Swatch } from './swatch';
import { xWords } from './time-axis';

interface Entry {
  dataKey?: unknown;
  value?: unknown;
  payload?: unknown;
}

export interface Shown {
  active: boolean;
  payload?: readonly Entry[];
}

/**
 * The point of the tooltip. Not recharts' own label, which is a text in charts that follow another chart's crosshair,
 * even for a time.
 */
function pointOf(entry: Entry | undefined): { x: string | number | null; note: string | null } {
  const row = entry?.payload;
  if (typeof row !== 'object' || row === null) return { x: null, note: null };
  const x = 'x' in row && (typeof row.x === 'number' || typeof row.x === 'string') ? row.x : null;
  return { x, note: 'note' in row && typeof row.note === 'string' ? row.note : null };
}

/** The values at the pointer, or at the position of the arrow keys. */
export function PlotTooltip({
  shown: { active, payload = [] },
  kind,
  series,
  format,
  onWords,
}: {
  shown: Shown;
  kind: PlotKind;
  series: readonly ChartSeries[];
  format: ChartFormat;
  /** Gets what is shown as one text, or nothing, each time that it changes. */
  onWords: (words: string) => void;
}) {
  const language = useLocale();
  const { x, note } = pointOf(payload[0]);
  const lines = series.flatMap(({ key, label: name }, index) => {
    const value = payload.find((entry) => entry.dataKey === key)?.value;
    return typeof value === 'number' ? [{ key, name, index, value }] : [];
  });
  const at = x === null ? '' : [xWords(x, language), ...(note ? [note] : [])].join(' · ');
  const values = lines.map(({ name, value }) => `${name} ${formatValue(format, value, language)}`);
  const words = active ? [at, ...(values.length === 0 ? ['–'] : values)].join(', ') : '';
  const tell = useEffectEvent(onWords);
  useEffect(() => tell(words), [words]);
  if (!active || x === null) return null;
  return (
    <div className="border-line bg-raised shadow-raised rounded border px-2.5 py-1.5 text-sm">
      <p className="text-muted text-xs">{at}</p>
      <ul>
        {lines.length === 0 ? <li>–</li> : null}
        {lines.map(({ key, name, index, value }) => (
          <li key={key} className="flex items-center justify-between gap-4">
            <span className="inline-flex items-center gap-1.5">
              <Swatch {...{ kind, series, index }} />
              {name}
            </span>
            <span className="tabular">{formatValue(format, value, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
