'use client';
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { cx } from './cx';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Work is under way: the button can be focused but does nothing. */
  loading?: boolean;
  /** Why the button can't be used now. It can still be focused, so that a screen reader reads the reason. */
  disabledReason?: string | null;
  /** Runs when it is pressed while it has a `disabledReason`: tells more about it. */
  onBlocked?: (() => void) | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. Its `type` is `button` by default. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  loading = false,
  disabledReason,
  onBlocked,
  className,
  children,
  onClick,
  type = 'button',
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const blocked = loading || Boolean(disabledReason);
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) {
      event.preventDefault(); // so that a submit button doesn't submit
      event.stopPropagation();
      if (!loading) onBlocked?.();
      return;
    }
    onClick?.(event);
  };
  const button = (reason?: string) => (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={blocked || undefined}
      aria-busy={loading || undefined}
      aria-describedby={cx(describedBy, reason) || undefined}
      className={cx(buttonClass(variant, size), className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  );
  if (!disabledReason) return button();
  return <Tooltip content={disabledReason}>{button}</Tooltip>;
}
