import { ExternalLink } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A link to another site. It opens in a new tab, and an icon says so. */
export function OutsideLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noopener noreferrer" {...rest} className={cx('link', className)}>
      {children}
      <ExternalLink aria-hidden className="ml-1 inline size-3.5 align-[-2px]" />
    </a>
  );
}
