'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { ProblemNote } from '@/components/ui/error-state';
import { PasswordField } from '@/components/ui/password-field';
import { toast } from '@/components/ui/toast';
import type { KeyView } from '@/lib/session/key-view';
import { ExpiryField } from './expiry-field';
import { replaceKey } from './key-calls';
import { useKeyForm } from './use-key-form';

/** Another key in the place of one; name and address stay. @param onDone before it closes */
export function ReplaceKeyDialog({
  account: { slug, label },
  onDone,
  onClose,
}: {
  account: KeyView;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('account.keys');
  const client = useQueryClient();
  const { busy, submit, field, problem } = useKeyForm(
    ['key', 'expires'],
    async ({ key = '', expires = '' }) => {
      await replaceKey(slug, key, expires);
      // What the old key saw isn't what the new one sees.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === slug });
      toast({ tone: 'good', title: t('replaced', { label }) });
      onDone();
      onClose();
    },
    ['expires'],
  );
  return (
    <Dialog open onClose={onClose} title={t('replaceTitle', { label })} locked={busy}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p>{t('replaceText')}</p>
        <PasswordField
          {...field('key')}
          label={t('newSecret')}
          hint={t('secretHint')}
          autoComplete="off"
          maxLength={256}
        />
        <ExpiryField {...field('expires')} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <DialogButtons onClose={onClose} pending={busy} confirm={t('replace')} />
      </form>
    </Dialog>
  );
}
