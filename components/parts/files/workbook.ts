/**
 * Writes XLSX files. Its library is large, so load it late: `await import('@/components/parts/files/workbook')`.
 */
import writeExcel, { type CellObject } from 'write-excel-file/universal';
import { jakartaOffset } from '@/lib/format';
import type { Kind, Sheet, SheetColumn, Value } from './sheet';

export type { Sheet, SheetColumn } from './sheet';

/** The formats. The spreadsheet writes them with the separators of its own language. */
const formats: Record<Kind, string | undefined> = {
  // A text stays a text when a person edits it.
  text: '@',
  number: undefined,
  money: '"Rp"#,##0;-"Rp"#,##0',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
};

/** Excel refuses a file with a longer text. */
const longestText = 32_767;

/** A width in characters: enough for the longest value, within these bounds. */
const widths = { least: 8, most: 60, further: 2 };

const asText = (text: string): CellObject => ({
  value: text.slice(0, longestText),
  type: String,
  format: formats.text,
});

/** A day of the calendar, `2026-06-01`. */
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The start of a day, in milliseconds since 1970 as if its zone were UTC; null if the text isn't a day that exists. */
function dayTime(text: string): number | null {
  const [, year, month, date] = day.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const exists = year !== undefined && new Date(time).toISOString().slice(0, 10) === text;
  return exists ? time : null;
}

/** The library counts days in UTC, so the result doesn't depend on the machine's zone. */
function dated(kind: 'day' | 'instant', text: string): CellObject {
  const time = kind === 'day' ? dayTime(text) : Date.parse(text) + jakartaOffset * 60_000;
  // Excel's days begin with 1900; an older one, like what isn't a day, stays as it came.
  if (time === null || !(time >= Date.UTC(1900, 2, 1))) return asText(text);
  return { value: new Date(time), type: Date, format: formats[kind] };
}

function cellOf(kind: Kind, value: Value): CellObject | null {
  if (value === null) return null;
  if (kind === 'text') return asText(String(value));
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, format: formats[kind] } : null;
  return kind === 'day' || kind === 'instant' ? dated(kind, value) : asText(value);
}

/** A spreadsheet's times have no zone, so the header names it. */
const headerOf = ({ header, kind }: SheetColumn) =>
  kind === 'instant' ? `${header} (WIB)` : header;

/** How many characters a value takes. */
function lengthOf(kind: Kind, value: Value): number {
  if (value === null) return 0;
  if (kind === 'instant') return 19;
  const { length } = String(value);
  // `Rp`, and a separator for each three digits.
  return kind === 'money' ? 2 + Math.ceil((length * 4) / 3) : length;
}

function sheetOf({ columns, rows }: Sheet) {
  const head = columns.map((column): CellObject => {
    return { value: headerOf(column), type: String, fontWeight: 'bold' };
  });
  const wide = columns.map((column, at) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, lengthOf(column.kind, row[at] ?? null)),
      headerOf(column).length,
    );
    return { width: Math.min(widths.most, Math.max(widths.least, longest) + widths.further) };
  });
  return {
    data: [
      head,
      ...rows.map((row) => columns.map(({ kind }, at) => cellOf(kind, row[at] ?? null))),
    ],
    columns: wide,
    stickyRowsCount: 1,
  };
}

/** The longest name of a sheet. */
const longestName = 31;

/** The sheets' names as Excel allows them: without `[]:*?/\`, no quote at an end, not too long, and no two the same. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const clean = name
      .replace(/[[\]:*?/\\\p{Cc}]+/gu, '-')
      .replace(/^['\s]+|['\s]+$/g, '')
      .slice(0, longestName);
    let own = clean === '' ? `Sheet ${index + 1}` : clean;
    for (let nth = 2; taken.has(own.toLowerCase()); nth += 1) {
      const end = ` (${nth})`;
      own = `${clean.slice(0, longestName - end.length)}${end}`;
    }
    taken.add(own.toLowerCase());
    return own;
  });
}

/**
 * Makes an XLSX file. Money is a number, a day is that day at 00:00, an instant is its time in Jakarta, and a text is
 * never taken for a formula or a number.
 * @param sheets one at least
 */
export function workbookBlob(sheets: readonly Sheet[]): Promise<Blob> {
  const names = sheetNames(sheets.map(({ name }) => name));
  return writeExcel(
    sheets.map((sheet, index) => ({ ...sheetOf(sheet), sheet: names[index] })),
  ).toBlob();
}
