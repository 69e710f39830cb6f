import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A link in text to a page of ours. Rows of tables don't prefetch, so nothing does unless asked. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={cx('link', className)} />;
}

export { OutsideLink } from './outside-link';
