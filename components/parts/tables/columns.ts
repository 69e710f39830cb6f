import type { ReactNode } from 'react';

/** One column of a list, in the page's terms; the table library stays inside this folder. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it isn't sortable. Nulls stand last. */
  sort?: (row: Row) => string | number | null;
  /** What stands in a CSV file: ISO dates and plain numbers, not formatted text. Without it, what is sorted by. */
  csv?: (row: Row) => string | number | null;
  /** Figures: aligned right, equal widths. */
  numeric?: boolean;
  /** The column that names the row; one of them. It can't be hidden. */
  main?: boolean;
  /** Can't be hidden. */
  fixed?: true;
  /** Shown only when chosen. */
  hidden?: true;
  /** In a `PlainTable`: what its cells look like. */
  className?: string;
  /** In a `PlainTable`: what can be done with a row, as a menu or as buttons; its head is for screen readers. */
  end?: 'menu' | 'buttons';
}

/** A choice that narrows a list; it stands in the URL under its id: `?status=run`. */
export interface Filter<Row> {
  /** Also the URL's parameter; not `q`, `sort`, `page` or `cols`. */
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The value that a row has. Without it the backend filters, and rows are shown as they are. */
  of?: (row: Row) => string | null;
}

const inUrl = (cols: string) => cols.split('.').filter(Boolean);

/** Whether a person may hide the column. */
export const canHide = <Row>({ main, fixed }: Column<Row>): boolean => !main && !fixed;

/** The columns that `?cols=` leaves: `-location` hides one, `month` shows one that is hidden by default. */
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

/** `?cols=` with one column shown or hidden; only what differs from the default is written. */
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
