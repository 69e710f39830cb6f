/** A bare-metal machine of an organization or project: its state, its hardware and the pages of its list. */
import type { MachineLook } from '@/components/parts/machines/machine-news';
import type { Result, Row } from '@/lib/contract/types';
import { baremetals } from '@/lib/resources/awanio';
import { maasGroup } from './maas';

/** A row of A28. */
export type Metal = Row<'A28'>;

/** MAAS's word for the state. The machine has it, since the row's own `status` is null in the documentation. */
export const wordOf = ({ machine, status }: Pick<Metal, 'machine' | 'status'>): string | null =>
  machine?.status_name || status;

/** What is told of a machine when the work on it has ended. */
export const newsOf = (metal: Metal): MachineLook => ({
  id: metal.uuid,
  name: baremetals.name(metal),
  group: maasGroup(wordOf(metal)),
});

/** Whether MAAS is at work on it, so that it is read often. */
export const isWorking = (metal: Metal): boolean => maasGroup(wordOf(metal)) === 'busy';

/** The price of a month in rupiah, of which the longer periods are a part; null if it isn't known. */
export const monthlyOf = ({ machine }: Pick<Metal, 'machine'>): number | null =>
  machine?.pricing?.price_per_month || null;

/**
 * Adds the rows of a further page of A28. The documentation names no page to ask for, so the backend may answer the
 * first page again.
 * @param known the rows of the pages before
 * @returns all rows, and whether to ask for the next page
 */
export function withPage(
  known: readonly Metal[],
  { data, page }: Pick<Result<'A28'>, 'data' | 'page'>,
): { rows: readonly Metal[]; more: boolean } {
  const ids = new Set(known.map(({ uuid }) => uuid));
  const news = data.filter(({ uuid }) => !ids.has(uuid));
  const rows = [...known, ...news];
  return { rows, more: news.length > 0 && rows.length < (page?.total ?? 0) };
}
