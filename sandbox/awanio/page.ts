/** One page of a list, by default ten rows. */
export function pageOf<Row>(
  rows: Row[],
  query: { page?: number | undefined; per_page?: number | undefined },
) {
  const per_page = query.per_page ?? 10;
  const page = query.page ?? 1;
  return {
    rows: rows.slice((page - 1) * per_page, page * per_page),
    page: { total: rows.length, page, per_page },
  };
}
