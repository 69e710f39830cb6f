import type { ReactNode } from 'react';
import type { Kind } from '@/components/parts/files/sheet';

/**
 * A place in a row of two lines: beside the name, below the name, at the end of the second line, or among the lines that open on a
 * tap.
 */
export type Place = 'state' | 'under' | 'figure' | 'rest';

/** One column of a list. Only this folder knows the table library. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The value to sort by; without it the column isn't sortable. Nulls come last. */
  sort?: (row: Row) => string | number | null;
  /** The value in a file: ISO dates and plain numbers. Without it, the value to sort by. */
  csv?: (row: Row) => string | number | null;
  /** What the value in a file is; without it, a number or else a text. */
  kind?: Kind;
  /** Numbers: aligned right, tabular figures. */
  numeric?: boolean;
  /** The column that names the row. Each list has one, and it can't be hidden. */
  main?: boolean;
  /** Where the value stands in a row of two lines, on narrow screens; `briefPlaces` says what the others do. */
  at?: Place;
  /** The column can't be hidden. */
  fixed?: true;
  /** Hidden by default. */
  hidden?: true;
  /** In a `PlainTable`: the classes of its cells. */
  className?: string;
  /** In a `PlainTable`: the column holds a row's actions. Only screen readers get its header. */
  end?: 'menu' | 'buttons';
}

/**
 * The places of columns in a row of two lines, in their order; undefined for the name and the row's actions. Of two columns for one
 * place the first has it. Where no column is for it, the first text stands below the name, and the first instant or number at the
 * end of that line.
 */
export function briefPlaces<Row>(columns: readonly Column<Row>[]): (Place | undefined)[] {
  const free = new Set<Place | undefined>(['state', 'under', 'figure']);
  const take = (place: Place | undefined) => (free.delete(place) ? place : undefined);
  const asked = columns.map(({ at }) => take(at));
  return columns.map(({ main, end, kind, numeric }, index) =>
    main || end === 'menu'
      ? undefined
      : (asked[index] ??
        (end ? 'rest' : (take(kind === 'instant' || numeric ? 'figure' : 'under') ?? 'rest'))),
  );
}

/** Whether a row has no value in a column, and shows a dash there: a row of two lines leaves it out. */
export function isBlank<Row>(column: Column<Row>, row: Row): boolean {
  const value = column.csv ?? column.sort;
  return value?.(row) === null && (column.kind === 'instant' || column.cell(row) === '–');
}

/** A filter of a list. Its value is in the URL under its id: `?status=run`. */
export interface Filter<Row> {
  /** Also the URL's parameter; not `q`, `sort`, `page` or `cols`. */
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The value of a row. Without it the backend filters. */
  of?: (row: Row) => string | null;
}

const inUrl = (cols: string) => cols.split('.').filter(Boolean);

/** Whether a person may hide the column. */
export const canHide = <Row>({ main, fixed }: Column<Row>): boolean => !main && !fixed;

/** The visible columns by `?cols=`: `-location` hides one, `month` shows one that is hidden by default. */
export function visibleColumns<Row>(
  columns: readonly Column<Row>[],
  cols: string,
): readonly Column<Row>[] {
  const asked = new Set(inUrl(cols));
  const left = columns.filter((column) => {
    if (!canHide(column)) return true;
    return column.hidden ? asked.has(column.id) : !asked.has(`-${column.id}`);
  });
  return left.length === columns.length ? columns : left;
}

/** `?cols=` after showing or hiding one column. It lists only what differs from the default. */
export function withColumn<Row>(
  columns: readonly Column<Row>[],
  cols: string,
  id: string,
  show: boolean,
): string {
  const shown = new Set(visibleColumns(columns, cols).map((column) => column.id));
  if (show) shown.add(id);
  else shown.delete(id);
  return columns
    .filter((column) => canHide(column) && shown.has(column.id) === Boolean(column.hidden))
    .map((column) => (column.hidden ? column.id : `-${column.id}`))
    .join('.');
}
