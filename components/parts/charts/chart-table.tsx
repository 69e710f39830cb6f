'use client';
import { useLocale } from 'use-intl';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatValue, type ChartProps } from './chart';
import { xWords } from './time-axis';

/** A chart's numbers as a table, for people who can't see the chart or want to copy them. */
export function ChartTable({ label, series, points, format, xLabel }: ChartProps) {
  const language = useLocale();
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-h-96 overflow-auto">
      <Table caption={label}>
        <TableHead>
          <HeadCell>{xLabel}</HeadCell>
          {series.map(({ key, label: name }) => (
            <HeadCell key={key} numeric>
              {name}
            </HeadCell>
          ))}
        </TableHead>
        <TableBody>
          {points.map(({ x, values, note }) => (
            <TableRow key={x}>
              <Cell main>
                {xWords(x, language)}
                {note ? <span className="text-faint"> · {note}</span> : null}
              </Cell>
              {series.map(({ key, label: name }) => (
                <Cell key={key} label={name} numeric>
                  {formatValue(format, values[key], language)}
                </Cell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
