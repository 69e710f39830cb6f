/** Writes a list as a CSV file (RFC 4180). Loaded on demand. */
import type { Column } from './columns';

type Value = string | number | null;

/** A text that a spreadsheet would run as a formula; a leading apostrophe prevents it. */
const formula = /^[\t\r\n ]*[=+\-@]|^[\t\r]/;

function field(value: Value): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The file's text: CRLF after each line, and a byte order mark so that Excel reads UTF-8. */
export function csvText(lines: readonly (readonly Value[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`;
}

/** The header and the rows of the visible columns. */
export function csvLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Value[][] {
  const valued = columns.flatMap(({ header, csv, sort }) => {
    const value = csv ?? sort;
    return value ? [{ header, value }] : [];
  });
  return [
    valued.map(({ header }) => header),
    ...rows.map((row) => valued.map(({ value }) => value(row))),
  ];
}

/** Downloads the rows, as `instances-2026-11-21.csv`. */
export function saveCsv<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  now = new Date(),
): void {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const link = document.createElement('a');
  const blob = new Blob([csvText(csvLines(columns, rows))], { type: 'text/csv;charset=utf-8' });
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\w.-]+/g, '-')}-${day}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
