import { ExternalLink } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A link to another site. It opens in a new tab, and an icon says so. */
export function OutsideLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noopener noreferrer" {...rest} className={cx('link', className)}>
      {children}
      {/* A space that doesn't break, so that the icon is in no line of its own. */}
      <span className="whitespace-nowrap">
        {'\u00a0'}
        <ExternalLink aria-hidden className="inline size-3.5 align-[-2px]" />
      </span>
    </a>
  );
}
