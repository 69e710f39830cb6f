/**
 * The pages of each scope, made on the server: which there are, where, with which icon. So neither the table of pages
 * nor its icons are in the browser's first load. Server only.
 */
import { createElement, type ReactNode } from 'react';
import { kindIcons } from './kind-icons';
import { pagesOf, type NavEntry } from './nav-entries';
import type { Scope } from './scopes';

/** One page of a scope, as the navigation shows it. */
export interface ShownPage {
  /** Also the message key: `shell.nav.<id>`. */
  id: NavEntry['id'];
  /** What follows the scope's own path: `/vms`, or nothing for its first page. */
  at: string;
  /** Also current on the pages below it. */
  deep: boolean;
  icon: ReactNode;
}

/** A scope with the icon of its kind and the pages that this person may see; without a page, no link leads to it. */
export type ShownScope = Scope & {
  kindIcon: ReactNode;
  pages: readonly ShownPage[];
  /** The key of a project's organization, where the person is in it, too. */
  under?: string;
};

/** What equal scopes share is one object here, which React then sends once. */
function makeOnce<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, T>();
  return (key, make) => {
    const value = made.get(key) ?? make();
    made.set(key, value);
    return value;
  };
}

/** Adds their pages to the scopes of a person. */
export function withPages(scopes: readonly Scope[]): readonly ShownScope[] {
  const [icon, page, list] = [
    makeOnce<ReactNode>(),
    makeOnce<ShownPage>(),
    makeOnce<readonly ShownPage[]>(),
  ];
  const organizations = new Set(
    scopes.flatMap(({ kind, key }) => (kind === 'organization' ? key : [])),
  );
  return scopes.map((scope) => {
    const above = scope.kind === 'project' ? `o/${scope.group.org}` : '';
    const pages = pagesOf(scope).map(({ href, entry: { id, deep, Icon } }) =>
      page(id, () => ({
        id,
        at: href.slice(scope.href.length),
        deep,
        icon: createElement(Icon, { 'aria-hidden': true }),
      })),
    );
    return {
      ...scope,
      ...(organizations.has(above) ? { under: above } : {}),
      kindIcon: icon(scope.kind, () =>
        createElement(kindIcons[scope.kind], { 'aria-hidden': true }),
      ),
      pages: list(pages.map(({ id }) => id).join(), () => pages),
    };
  });
}
