'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { readLine } from '@/lib/contract/reading/text';
import { ExpiryField } from './expiry-field';
import { linkKey } from './key-calls';

/** Asks for a key and its label. The server tries the key at the provider before it keeps it. */
export function LinkKeyDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTranslations('account.keys');
  const form = useProblemForm({
    defaults: { label: '', key: '', expires: '' },
    submit: async ({ label, key, expires }) => {
      await linkKey(label, key, expires);
      toast({
        tone: 'good',
        title: t('added', { label: label }),
        text: t('addedText'),
      });
      onDone();
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('add')} submit={t('submit')}>
      <TextField
        label={t('label')}
        hint={t('labelHint')}
        autoComplete="username"
        spellCheck={false}
        {...form.field('label', { required: true, read: readLine(40) })}
      />
      <PasswordField
        label={t('secret')}
        hint={t('secretHint')}
        autoComplete="current-password"
        {...form.field('key', { required: true, read: readLine(256) })}
      />
      <ExpiryField {...form.field('expires', { date: true })} />
    </FormDialog>
  );
}
