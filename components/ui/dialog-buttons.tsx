'use client';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { DialogFoot } from './dialog-foot';

/** The foot of a form in a dialog: the way back, and the button that sends it. */
export function DialogButtons({
  onClose,
  pending,
  confirm,
  danger = false,
  reason = null,
}: {
  onClose: () => void;
  pending: boolean;
  /** The verb on the main button. */
  confirm: string;
  danger?: boolean;
  /** Why it can't be sent yet. */
  reason?: string | null;
}) {
  const t = useTranslations('ui');
  return (
    <DialogFoot>
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
