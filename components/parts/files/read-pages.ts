/** Reads the pages of a list that its backend pages: to filter them here, or to save them as a file. Loaded on demand. */

/** A page of a list. */
export interface Page<Row> {
  data: readonly Row[];
  page: { last_page: number | null; total: number | null } | null;
}

/** Reads a page, from 1. @throws ProblemError */
export type PageRead<Row> = (page: number, signal?: AbortSignal) => Promise<Page<Row>>;

/** So many pages are read at most to filter them. */
export const mostPages = 10;

/** The rows of the first pages. */
export interface FirstPages<Row> {
  rows: Row[];
  /** How many rows there are in all; null if the backend doesn't tell and there may be more. */
  total: number | null;
  /** Whether rows are left out. */
  more: boolean;
  /** Whether the list changed meanwhile, so that rows may be missing. */
  changed: boolean;
}

/**
 * Reads at most so many pages: the first tells how many there are. A row that moved to the next page meanwhile counts
 * once.
 * @param idOf an id that no other row has
 * @param how `most` pages, ten by default, all at once or else `inTurn`
 * @throws what `read` throws; rows of some pages alone would be an answer that looks whole
 */
export async function readPages<Row>(
  read: (page: number) => Promise<Page<Row>>,
  idOf: (row: Row) => string,
  { most = mostPages, inTurn = false }: { most?: number; inTurn?: boolean } = {},
): Promise<FirstPages<Row>> {
  const pages = [await read(1)];
  const [first] = pages;
  const last = first?.page?.last_page ?? 1;
  const rest = Array.from({ length: Math.min(last, most) - 1 }, (_, index) => index + 2);
  if (inTurn) for (const page of rest) pages.push(await read(page));
  else pages.push(...(await Promise.all(rest.map(read))));
  const all = pages.flatMap(({ data }) => data);
  const rows = [...new Map(all.map((row) => [idOf(row), row])).values()];
  const more = last > most;
  const total = first?.page?.total ?? null;
  const changed =
    rows.length < all.length ||
    pages.some(({ page }) => (page?.total ?? null) !== total) ||
    (!more && total !== null && rows.length !== total);
  return { rows, total: total ?? (more ? null : rows.length), more, changed };
}
