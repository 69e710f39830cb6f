'use client';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { ProblemNote } from '@/components/ui/error-state';
import { TextField } from '@/components/ui/text-field';
import type { KeyView } from '@/lib/session/key-view';
import { ExpiryField } from './expiry-field';
import { changeKey } from './key-calls';
import { useKeyForm } from './use-key-form';

/** Another name for an account, whose address stays, and the day that its key ends. */
export function EditKeyDialog({ account, onClose }: { account: KeyView; onClose: () => void }) {
  const t = useTranslations('account.keys');
  const { busy, submit, field, problem } = useKeyForm(
    ['label', 'expires'],
    async ({ label = '', expires = '' }) => {
      await changeKey(account.slug, label, expires);
      onClose();
    },
    ['expires'],
  );
  return (
    <Dialog open onClose={onClose} title={t('editTitle', { label: account.label })} locked={busy}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          {...field('label')}
          label={t('label')}
          hint={t('renameText')}
          defaultValue={account.label}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <ExpiryField {...field('expires')} defaultValue={account.expiry?.date} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <DialogButtons onClose={onClose} pending={busy} confirm={t('save')} />
      </form>
    </Dialog>
  );
}
