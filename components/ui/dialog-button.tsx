'use client';
import { Plus } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import { Button } from './button';

/**
 * The button that makes something new by a dialog.
 * @param reason why it can't be used; null or absent when it can
 * @param dialog the open dialog; a `lazy` one loads when it is first asked for
 */
export function DialogButton({
  label,
  reason,
  dialog,
}: {
  label: string;
  reason?: string | null | undefined;
  dialog: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
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
