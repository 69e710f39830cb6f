import type { ComponentProps } from 'react';
import { cx } from './cx';

export { OutsideLink } from './outside-link';

/**
 * A link in text to a page of ours: a plain `<a>`, so that rows ship and hydrate no router link. Inside
 * the console `LinkRouter` turns its click into a navigation without a reload; elsewhere it is a load.
 */
export function TextLink({ className, ...rest }: ComponentProps<'a'> & { href: string }) {
  return <a data-nav="" {...rest} className={cx('link', className)} />;
}
