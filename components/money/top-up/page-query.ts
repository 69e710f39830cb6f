/** What the pages of top-ups read of their URL. */

export type PageQuery = Record<string, string | string[] | undefined>;

/** The parameters of a page. */
export interface PageProps<Names> {
  params: Promise<Names>;
  searchParams: Promise<PageQuery>;
}

/** Whether the link is that of an invoice, whose amount it brings along. */
export const isOfInvoice = (query: PageQuery): boolean =>
  query.for === 'invoice' && amountOf(query) !== null;

/** The amount that a link brings along, in rupiah; null where it is none. */
export function amountOf(query: PageQuery): number | null {
  const text = [query.amount].flat()[0] ?? '';
  const amount = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return amount > 0 && amount <= 1_000_000_000 ? amount : null;
}
