'use client';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { DialogButton } from '@/components/ui/dialog-button';

const CreateDialog = lazy(() => import('./create-dialog'));

/** The button that orders an address. @param reason why none can be */
export function CreateAddress({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('addresses');
  return (
    <DialogButton
      label={t('create.label')}
      reason={reason}
      dialog={(close) => <CreateDialog account={account} onClose={close} />}
    />
  );
}
