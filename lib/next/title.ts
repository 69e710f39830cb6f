/**
 * Titles of the browser's tab: "gudang-db · Metrics · Nusa Cloud". The thing stands first, since a narrow tab cuts off
 * the end. Server only.
 */
import type { Metadata } from 'next';
import { isolated } from '@/lib/intl/foreign';
import { settings } from '@/lib/settings';

const between = ' · ';

/**
 * The title of a page of one thing.
 * @param name of the thing; null if it couldn't be read, so that the part alone is named
 * @param part what the page shows of it, or its kind
 */
export function titleOf(name: string | null | undefined, part: string): Metadata {
  const thing = name ? [isolated(name)] : [];
  return { title: { absolute: [...thing, part, settings().NUSA_PROVIDER_NAME].join(between) } };
}

/** The titles of the pages of a place that name no thing of their own: "Volumes · toko · Nusa Cloud". */
export function titlesOf(place: string): Metadata {
  const end = [isolated(place), settings().NUSA_PROVIDER_NAME].join(between);
  // A `%s` in the name would be another place for the page's title.
  return { title: { default: end, template: `%s${between}${end.replaceAll('%s', '% s')}` } };
}
