import { cx } from './cx';
import { isolatedNode } from './foreign';
import { PageLink, type PageLinkProps } from './page-link';

export { OutsideLink } from './outside-link';

/** A link inside a text to a page of ours. */
export function TextLink({ className, children, ...rest }: PageLinkProps) {
  return (
    <PageLink {...rest} className={cx('link', className)}>
      {isolatedNode(children)}
    </PageLink>
  );
}
