'use client';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { sameAsSeen } from '@/lib/format/compare-text';
import { Dialog } from './dialog';
import { DialogButtons } from './dialog-buttons';
import { ProblemNote } from './error-state';
import { TypeNameField } from './type-name-field';
import { useAttempt } from './use-attempt';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Says what happens, what is lost, and what still costs money. */
  children: ReactNode;
  /** The verb on the button: “Delete instance”. */
  confirmLabel: string;
  /** The name that the person must type before the button works. */
  confirmName?: string;
  danger?: boolean;
  /** Why it can't be confirmed yet, for example because a checkbox in `children` isn't checked. */
  disabledReason?: string | null;
  /** Does the work. The dialog shows its problem, and closes when it succeeds. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something that can't be undone, runs it, and shows its problem in the dialog. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.open ? <Asking {...props} /> : null;
}

function Asking({
  onClose,
  title,
  children,
  confirmLabel,
  confirmName,
  danger = false,
  disabledReason = null,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const { busy, problem, attempt } = useAttempt();
  const named = confirmName === undefined || sameAsSeen(typed, confirmName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (busy || !named || disabledReason) return;
    void attempt(async () => {
      await onConfirm();
      onClose();
    });
  };
  return (
    <Dialog open onClose={onClose} title={title} locked={busy}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {children}
        {confirmName === undefined ? null : (
          <TypeNameField name={confirmName} typed={typed} onType={setTyped} />
        )}
        <DialogButtons
          onClose={onClose}
          pending={busy}
          confirm={confirmLabel}
          danger={danger}
          reason={named ? disabledReason : t('typeNameFirst')}
        >
          {problem ? <ProblemNote problem={problem} /> : null}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
