import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A link in text to a page of ours. Rows of tables don't prefetch, so nothing does unless asked. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={cx('link', className)} />;
}

/** A link to another site; opens in a new tab and shows that it does. */
export function OutsideLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noopener noreferrer" {...rest} className={cx('link', className)}>
      {children}
      <ExternalLink aria-hidden className="ml-1 inline size-3.5 align-[-2px]" />
    </a>
  );
}
