/** Writes a list as a CSV file (RFC 4180). Loaded on demand. */
import type { Column } from './columns';
import type { CsvFormat } from './csv-format';
import type { Arrangement } from './row-model';
import { loadRowModel } from './use-shown';

type Value = string | number | null;

/**
 * Matches a text that a spreadsheet would take for a formula, also with the full-width and small signs of Asian text.
 * A leading apostrophe keeps it a text.
 */
const formula = /^[\s\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r]/;

const marks = {
  comma: { separator: ',', point: '.' },
  semicolon: { separator: ';', point: ',' },
} as const satisfies Record<CsvFormat, object>;

function field(value: Value, format: CsvFormat): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value).replace('.', marks[format].point);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes lines of fields: CRLF after each line, and a byte order mark at the start so that Excel reads UTF-8. */
export function csvText(lines: readonly (readonly Value[])[], format: CsvFormat = 'comma'): string {
  const { separator } = marks[format];
  const written = lines.map((line) => line.map((value) => field(value, format)).join(separator));
  return `\uFEFF${written.map((line) => `${line}\r\n`).join('')}`;
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

/** Rows that still have to come, and how to arrange them. */
export type LaterRows<Row> = Omit<Arrangement<Row>, 'rows'> & {
  all: () => Promise<readonly Row[]>;
};

async function arranged<Row extends object>({ all, ...how }: LaterRows<Row>) {
  const [{ makeArranger }, rows] = await Promise.all([loadRowModel(), all()]);
  return makeArranger<Row>()({ ...how, rows });
}

/**
 * Downloads the rows, as `instances-2026-11-21.csv`.
 * @throws ProblemError if rows that still have to come can't be read
 */
export async function saveCsv<Row extends object>(
  name: string,
  columns: readonly Column<Row>[],
  given: readonly Row[] | LaterRows<Row>,
  format: CsvFormat,
): Promise<void> {
  const rows = 'all' in given ? await arranged(given) : given;
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const link = document.createElement('a');
  const blob = new Blob([csvText(csvLines(columns, rows), format)], {
    type: 'text/csv;charset=utf-8',
  });
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\w.-]+/g, '-')}-${day}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
