'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { PasswordField } from '@/components/ui/password-field';
import { toast } from '@/components/ui/toast';
import type { KeyView } from '@/lib/session/key-view';
import { readLine } from '@/lib/contract/reading/text';
import { ExpiryField } from './expiry-field';
import { replaceKey } from './key-calls';

/** Replaces the key of an account. Its label and URL stay the same. */
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
  const form = useProblemForm({
    defaults: { key: '', expires: '' },
    submit: async ({ key, expires }) => {
      await replaceKey(slug, key, expires);
      // The new key may read other things than the old one.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === slug });
      toast({ tone: 'good', title: t('replaced', { label }) });
      onDone();
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('replaceTitle', { label })} submit={t('replace')}>
      <p>{t('replaceText')}</p>
      <PasswordField
        label={t('newSecret')}
        hint={t('secretHint')}
        autoComplete="off"
        {...form.field('key', { required: true, read: readLine(256) })}
      />
      <ExpiryField {...form.field('expires', { date: true })} />
    </FormDialog>
  );
}
