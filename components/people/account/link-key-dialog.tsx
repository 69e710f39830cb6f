'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { ExpiryField } from './expiry-field';
import { linkKey } from './key-calls';

/** Asks for a key and its name; the provider is asked before it is kept. */
export function LinkKeyDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTranslations('account.keys');
  const form = useProblemForm({
    defaults: { label: '', key: '', expires: '' },
    submit: async ({ label, key, expires }) => {
      await linkKey(label.trim(), key.trim(), expires);
      toast({
        tone: 'good',
        title: t('added', { label: label.trim() }),
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
        maxLength={40}
        {...form.field('label', { required: true })}
      />
      <PasswordField
        label={t('secret')}
        hint={t('secretHint')}
        autoComplete="current-password"
        maxLength={256}
        {...form.field('key', { required: true })}
      />
      <ExpiryField {...form.field('expires', { date: true })} />
    </FormDialog>
  );
}
