'use client';
import { useTranslations } from 'use-intl';
import { useRefusal } from '@/components/actions/use-permitted';
import { DialogButton } from '@/components/ui/dialog-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const AddKeyDialog = lazyNamed(() => import('./add-key-dialog'), 'AddKeyDialog');

/** The button that asks for a new key. @param reason why none can be added */
export function AddKey({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('ssh-keys');
  const refusal = useRefusal(account, 'write_instance');
  return (
    <DialogButton
      label={t('add.label')}
      reason={reason ?? refusal}
      dialog={(close) => <AddKeyDialog account={account} onClose={close} />}
    />
  );
}
