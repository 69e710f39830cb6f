'use client';
import { useTranslations } from 'use-intl';
import { useRefusal } from '@/components/actions/use-permitted';
import { DialogButton } from '@/components/ui/dialog-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');

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
