'use client';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Overlay } from './overlay';
import { usePressedWhenAsked } from './use-pressed-when-asked';

interface Props {
  label: string;
  icon?: ReactNode;
  /** Why nothing can be created, in words. */
  disabledReason?: string | null;
  /** Runs when it is pressed while it has a `disabledReason`. */
  onBlocked?: () => void;
  /** Asks what to create; loaded when it is first opened. */
  Dialog: (props: DialogProps) => ReactNode;
}

/** A “create” button that opens a dialog. */
export function CreateDialogButton({
  label,
  icon = <Plus aria-hidden />,
  Dialog,
  ...refusal
}: Props) {
  const button = usePressedWhenAsked();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button ref={button} variant="primary" icon={icon} {...refusal} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Overlay>
          <Dialog onClose={() => setOpen(false)} />
        </Overlay>
      ) : null}
    </>
  );
}
