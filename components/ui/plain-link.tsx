import type { ComponentProps } from 'react';
import { cx } from './cx';

/** A link in text that loads the page whole: for sign-in and its like, which ship no router link. */
export function PlainLink({ className, ...rest }: ComponentProps<'a'>) {
  return <a {...rest} className={cx('link', className)} />;
}
