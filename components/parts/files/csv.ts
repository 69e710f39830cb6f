/** Writes CSV files (RFC 4180). Loaded on demand. */
import type { FileFormat } from './file-format';
import type { Sheet, Value } from './sheet';

/**
 * Matches a text that a spreadsheet would take for a formula, also with the full-width and small signs of Asian text.
 * A leading apostrophe keeps it a text.
 */
const formula = /^[\s\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r]/;

/** Matches digits of which a spreadsheet would lose some: zeros at the start, those after the fifteenth, powers of ten. */
const digits = /^(0\d+|\d{16,}|\d+e\d+)$/i;

const marks = {
  comma: { separator: ',', point: '.' },
  semicolon: { separator: ';', point: ',' },
} as const;

type CsvFormat = Exclude<FileFormat, 'xlsx'>;

function field(value: Value, format: CsvFormat): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value).replace('.', marks[format].point);
  const text = formula.test(value) || digits.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes a sheet: CRLF after each line, and a byte order mark at the start so that Excel reads UTF-8. Days and instants
 * are ISO 8601, an instant with its zone.
 */
export function csvText({ columns, rows }: Omit<Sheet, 'name'>, format: CsvFormat): string {
  const lines = [columns.map(({ header }) => header), ...rows];
  const { separator } = marks[format];
  const written = lines.map((line) => line.map((value) => field(value, format)).join(separator));
  return `\uFEFF${written.map((line) => `${line}\r\n`).join('')}`;
}
