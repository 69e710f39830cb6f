/** Reads the first pages of a list whose backend can't filter, for filtering here. Loaded when somebody filters. */

/** So many pages are read at most. */
export const mostPages = 10;

interface Page<Row> {
  data: readonly Row[];
  page: { last_page: number | null; total: number | null } | null;
}

/** The rows of the first pages. */
export interface FirstPages<Row> {
  rows: Row[];
  /** How many rows there are in all; null if the backend doesn't tell and there may be more. */
  total: number | null;
  /** Whether rows are left out. */
  more: boolean;
}

/**
 * Reads at most ten pages: the first tells how many there are. A row that moved to the next page meanwhile counts once.
 * @throws what `read` throws; rows of some pages alone would be an answer that looks whole
 */
export async function readPages<Row>(
  read: (page: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
): Promise<FirstPages<Row>> {
  const first = await read(1);
  const last = first.page?.last_page ?? 1;
  const rest = Array.from({ length: Math.min(last, mostPages) - 1 }, (_, index) => index + 2);
  const others = await Promise.all(rest.map(read));
  const all = [first, ...others].flatMap(({ data }) => data);
  const rows = [...new Map(all.map((row) => [idOf(row), row])).values()];
  const more = last > mostPages;
  return { rows, total: first.page?.total ?? (more ? null : rows.length), more };
}
