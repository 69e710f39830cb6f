'use client';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusal } from '@/components/actions/use-permitted';
import { DialogButton } from '@/components/ui/dialog-button';

const CreateDialog = lazy(() => import('./create-dialog'));

/** The button that orders a volume. @param reason why none can be */
export function CreateVolume({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('volumes');
  const refusal = useRefusal(account, 'write_instance');
  return (
    <DialogButton
      label={t('create.label')}
      reason={reason ?? refusal}
      dialog={(close) => <CreateDialog account={account} onClose={close} />}
    />
  );
}
