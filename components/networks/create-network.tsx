'use client';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { DialogButton } from '@/components/ui/dialog-button';

const CreateDialog = lazy(() => import('./create-dialog'));

/** The button that makes a private network. @param reason why none can be made */
export function CreateNetwork({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('networks');
  return (
    <DialogButton
      label={t('create.label')}
      reason={reason}
      dialog={(close) => <CreateDialog account={account} onClose={close} />}
    />
  );
}
