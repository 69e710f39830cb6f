'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { keepFocus } from './pointer';

/** The keys that a phone's keyboard lacks, in a row under the console that can be scrolled. */
export function KeyBar({ children }: { children: ReactNode }) {
  const t = useTranslations('consoles');
  return (
    <div
      role="group"
      aria-label={t('touchKeys')}
      tabIndex={-1}
      className="border-line bg-surface flex shrink-0 gap-1 overflow-x-auto border-t p-1 text-xs md:not-pointer-coarse:hidden"
    >
      {children}
    </div>
  );
}

interface BarKeyProps extends Pick<
  ButtonProps,
  'disabledReason' | 'aria-label' | 'onClick' | 'children'
> {
  /** Whether the key is held down; absent for keys that are only pressed. */
  held?: boolean;
  className?: string;
}

/** A key of the row. The phone's keyboard stays open, since a press leaves the focus where it is. */
export function BarKey({ held, className, ...props }: BarKeyProps) {
  return (
    <Button
      {...props}
      size="sm"
      variant={held ? 'primary' : 'secondary'}
      aria-pressed={held}
      onMouseDown={keepFocus}
      className={cx('h-10 min-w-9 shrink-0 grow !px-1.5', className)}
    />
  );
}
