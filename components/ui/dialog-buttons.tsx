'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { DialogFoot } from './dialog-foot';
import { OfflineNote } from './offline-note';

/** The buttons of a form in a dialog: cancel, and the one that sends it. */
export function DialogButtons({
  onClose,
  pending,
  confirm,
  danger = false,
  reason = null,
  children,
}: {
  onClose: () => void;
  pending: boolean;
  /** The verb on the main button. */
  confirm: string;
  danger?: boolean;
  /** Why the form can't be sent yet. */
  reason?: string | null;
  /** The problem of the last attempt, above the buttons. */
  children?: ReactNode;
}) {
  const t = useTranslations('ui');
  return (
    <DialogFoot>
      <div className="flex max-h-[40dvh] w-full flex-col gap-2 overflow-y-auto not-has-[p,ul,button]:hidden">
        {children}
        <OfflineNote />
      </div>
      <Button onClick={onClose} disabledReason={pending ? t('working') : null}>
        {t('cancel')}
      </Button>
      <Button
        type="submit"
        variant={danger ? 'danger' : 'primary'}
        loading={pending}
        disabledReason={reason}
      >
        {confirm}
      </Button>
    </DialogFoot>
  );
}
