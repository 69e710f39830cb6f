'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { cx } from './cx';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  /** What the button does. Screen readers read it, and it is shown on hover. */
  label: string;
  icon: ReactNode;
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  size = 'md',
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  const square = cx(size === 'sm' ? 'w-7 !px-0' : 'w-8 !px-0', className);
  const button = (
    <Button {...rest} variant={variant} size={size} aria-label={label} className={square} />
  );
  if (rest.disabledReason) return button;
  return <Tooltip content={label}>{() => button}</Tooltip>;
}
