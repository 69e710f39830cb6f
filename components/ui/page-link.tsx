import type { ComponentProps } from 'react';

export type PageLinkProps = ComponentProps<'a'> & { href: string };

/**
 * A link to a page of ours, without a look of its own: the one that all others are made of. It is a plain `<a>`, so
 * that no link ships or hydrates a router. `LinkRouter` turns its click into a navigation without a reload, and marks
 * it until the page comes. Nothing is fetched before the click.
 */
export function PageLink(props: PageLinkProps) {
  return <a data-nav="" {...props} />;
}
