/** Moving between scopes: an organization and its projects have the same lists. */
import type { ShownScope } from './shown-pages';

/** The query of a list that another list of the same kind takes over: all but the page. `?q=web` or nothing. */
export function keptQuery(query: { toString(): string }): string {
  const kept = new URLSearchParams(query.toString());
  kept.delete('page');
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * Where a person gets to who moves to another scope: from a list of an organization or project to the same list there,
 * with its search and filters, else to the first page.
 * @param at the path of the page
 * @param query its query
 */
export function samePage(
  from: { kind: ShownScope['kind']; href: string } | null,
  to: Pick<ShownScope, 'kind' | 'href'> & { pages: readonly { at: string }[] },
  at: string,
  query: { toString(): string },
): string {
  if (from?.kind === 'account' || to.kind === 'account' || !from || at === from.href)
    return to.href;
  const there = at.replace(from.href, to.href);
  return to.pages.some((page) => to.href + page.at === there) ? there + keptQuery(query) : to.href;
}
