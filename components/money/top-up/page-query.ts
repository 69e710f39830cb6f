/** What the pages of top-ups read of their URL. */

export type PageQuery = Record<string, string | string[] | undefined>;

/** The parameters of a page. */
export interface PageProps<Names> {
  params: Promise<Names>;
  searchParams: Promise<PageQuery>;
}

/** The amount that a link brings along, in rupiah; null where it is none. */
export function amountOf(query: PageQuery): number | null {
  const text = [query.amount].flat()[0] ?? '';
  const amount = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return amount > 0 && amount <= 1_000_000_000 ? amount : null;
}
