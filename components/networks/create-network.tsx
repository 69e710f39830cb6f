'use client';
import { useTranslations } from 'use-intl';
import { useRefusal } from '@/components/actions/use-permitted';
import { DialogButton } from '@/components/ui/dialog-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');

/** The button that makes a private network. @param reason why none can be made */
export function CreateNetwork({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('networks');
  const refusal = useRefusal(account, 'write_network');
  return (
    <DialogButton
      label={t('create.label')}
      reason={reason ?? refusal}
      dialog={(close) => <CreateDialog account={account} onClose={close} />}
    />
  );
}
