import type { ComponentProps } from 'react';

export type PageLinkProps = ComponentProps<'a'> & { href: string };

/**
 * A link to a page of ours without a style; all other links are made of it. It is a plain `<a>`, so that no link
 * ships or hydrates a router. `LinkRouter` turns its click into a navigation without a reload, and marks it until the
 * page is shown. Nothing is fetched before the click.
 */
export function PageLink(props: PageLinkProps) {
  return <a data-nav="" {...props} />;
}
