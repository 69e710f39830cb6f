'use client';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { DialogButton } from '@/components/ui/dialog-button';

const CreateDialog = lazy(() => import('./create-dialog'));

/** The button that orders a volume. @param reason why none can be */
export function CreateVolume({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('volumes');
  return (
    <DialogButton
      label={t('create.label')}
      reason={reason}
      dialog={(close) => <CreateDialog account={account} onClose={close} />}
    />
  );
}
