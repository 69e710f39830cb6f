'use client';
import { Plus } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button';

/**
 * The button that makes something new by a dialog.
 * @param variant how it stands out; the page's one main button by default
 * @param reason why it can't be used; null or absent when it can
 * @param dialog the open dialog; a `lazy` one loads when it is first asked for
 */
export function DialogButton({
  label,
  variant = 'primary',
  reason,
  dialog,
}: {
  label: string;
  variant?: ButtonProps['variant'];
  reason?: string | null | undefined;
  dialog: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        icon={<Plus aria-hidden />}
        disabledReason={reason ?? null}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open ? <Suspense fallback={null}>{dialog(() => setOpen(false))}</Suspense> : null}
    </>
  );
}
