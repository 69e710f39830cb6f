import type { ReactNode } from 'react';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { cx } from './cx';
import { PageLink, type PageLinkProps } from './page-link';

export interface ButtonLinkProps extends PageLinkProps {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link to a page of ours that looks like a button. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <PageLink {...rest} className={cx(buttonClass(variant, size), className)}>
      {icon}
      {children}
    </PageLink>
  );
}
