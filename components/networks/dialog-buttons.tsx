'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

/** The foot of a form in a dialog. */
export function DialogButtons({
  onClose,
  pending,
  confirm,
  reason = null,
}: {
  onClose: () => void;
  pending: boolean;
  /** The verb on the main button. */
  confirm: string;
  /** Why it can't be sent yet. */
  reason?: string | null;
}) {
  const ui = useTranslations('ui');
  return (
    <div className="mt-1 flex flex-wrap justify-end gap-2">
      <Button onClick={onClose} disabledReason={pending ? ui('working') : null}>
        {ui('cancel')}
      </Button>
      <Button type="submit" variant="primary" loading={pending} disabledReason={reason}>
        {confirm}
      </Button>
    </div>
  );
}
