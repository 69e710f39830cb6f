'use client';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { ProblemNote } from '@/components/ui/error-state';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { linkKey } from './key-calls';
import { ExpiryField } from './expiry-field';
import { useKeyForm } from './use-key-form';

/** Asks for a key and its name; the provider is asked before it is kept. */
export function LinkKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.keys');
  const { busy, submit, field, problem } = useKeyForm(
    ['label', 'key', 'expires'],
    async ({ label = '', key = '', expires = '' }) => {
      await linkKey(label, key, expires);
      toast({ tone: 'good', title: t('added', { label }), text: t('addedText') });
      onClose();
    },
    ['expires'],
  );
  return (
    <Dialog open onClose={onClose} title={t('add')} locked={busy}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          {...field('label')}
          label={t('label')}
          hint={t('labelHint')}
          autoComplete="username"
          spellCheck={false}
          maxLength={40}
        />
        <PasswordField
          {...field('key')}
          label={t('secret')}
          hint={t('secretHint')}
          autoComplete="current-password"
          maxLength={256}
        />
        <ExpiryField {...field('expires')} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <DialogButtons onClose={onClose} pending={busy} confirm={t('submit')} />
      </form>
    </Dialog>
  );
}
