import type { ReactNode } from 'react';
import type { ListState } from './use-list-state';

/** One column of a list, in the page's terms; the table library stays inside this folder. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it isn't sortable. Nulls stand last. */
  sort?: (row: Row) => string | number | null;
  /** Figures: aligned right, equal widths. */
  numeric?: boolean;
  /** The column that names the row; one of them. */
  main?: boolean;
}

/** Compares what `sort` gives: numbers as numbers, text as people order it (web-2 before web-10), nulls last. */
export function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return order.compare(String(a), String(b));
}
const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows whose text holds every word of a search, whatever the case. */
export function search<Row>(rows: readonly Row[], text: (row: Row) => string, q: string): Row[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const hay = text(row).toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** The rows that a search leaves, in the order asked for; equal ones keep the backend's order. Nulls stand last either way. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  text: ((row: Row) => string) | undefined,
  { q, sort }: ListState,
): readonly Row[] {
  const found = text ? search(rows, text, q) : [...rows];
  const by = sort ? columns.find(({ id }) => id === sort.id)?.sort : undefined;
  if (!sort || !by) return found;
  const keyed = found.map((row) => ({ row, key: by(row) }));
  const flip = sort.desc ? -1 : 1;
  keyed.sort((a, b) => compare(a.key, b.key) * (a.key === null || b.key === null ? 1 : flip));
  return keyed.map(({ row }) => row);
}
