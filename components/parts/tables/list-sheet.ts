/** A list as a sheet of a file. Loaded on demand. */
import type { FileFormat } from '@/components/parts/files/file-format';
import { saveSheet } from '@/components/parts/files/save-sheet';
import type { Sheet } from '@/components/parts/files/sheet';
import type { Column } from './columns';
import type { Arrangement } from './row-model';
import { loadRowModel } from './use-shown';

/** The visible columns that have values, and the rows. @param name of the sheet */
export function listSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Sheet {
  const valued = columns.flatMap(({ header, csv, sort, kind = 'number' }) => {
    const value = csv ?? sort;
    return value ? [{ header, value, kind }] : [];
  });
  return {
    name,
    columns: valued.map(({ header, kind }) => ({ header, kind })),
    rows: rows.map((row) => valued.map(({ value }) => value(row))),
  };
}

/** Rows that still have to come, and how to arrange them. */
export type LaterRows<Row> = Omit<Arrangement<Row>, 'rows'> & {
  all: () => Promise<readonly Row[]>;
};

async function arranged<Row extends object>({ all, ...how }: LaterRows<Row>) {
  const [{ makeArranger }, rows] = await Promise.all([loadRowModel(), all()]);
  return makeArranger<Row>()({ ...how, rows });
}

/** What a list saves. */
export interface ListFile<Row> {
  /** The name of the file, without day and extension. */
  name: string;
  /** Names the sheet. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | LaterRows<Row>;
}

/**
 * Downloads the rows of a list.
 * @throws ProblemError if rows that still have to come can't be read
 */
export async function saveList<Row extends object>(
  { name, caption, columns, rows: given }: ListFile<Row>,
  format: FileFormat,
): Promise<void> {
  const rows = 'all' in given ? await arranged(given) : given;
  await saveSheet(name, listSheet(caption, columns, rows), format);
}
