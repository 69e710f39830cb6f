'use client';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { DialogButton } from '@/components/ui/dialog-button';

const AddKeyDialog = lazy(() => import('./add-key-dialog'));

/** The button that asks for a new key. @param reason why none can be added */
export function AddKey({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('ssh-keys');
  return (
    <DialogButton
      label={t('add.label')}
      reason={reason}
      dialog={(close) => <AddKeyDialog account={account} onClose={close} />}
    />
  );
}
