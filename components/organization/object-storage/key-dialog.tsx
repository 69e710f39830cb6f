'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { readLine } from '@/lib/contract/reading/text';
import { ProblemError, type Problem } from '@/lib/problem';
import { StoreProblem } from './store-problem';
import { storeTroubleOf, type StoreTrouble } from './store-trouble';
import { useKeyChanges } from './use-key';

/** The fields that a trouble is about. The others are about the storage itself. */
const fieldOf: Partial<Record<StoreTrouble, 'access_key' | 'secret_key'>> = {
  wrongKey: 'secret_key',
  unknownKey: 'access_key',
  otherStore: 'access_key',
};

/** Links a storage key that the person pastes. The server tries it before it keeps it. */
export function KeyDialog({ onClose }: DialogProps) {
  const t = useTranslations('object-storage');
  const { link } = useKeyChanges();
  const [failed, setFailed] = useState<Problem | null>(null);
  const form = useProblemForm({
    defaults: { access_key: '', secret_key: '' },
    submit: async ({ access_key: accessKey, secret_key: secretKey }) => {
      setFailed(null);
      try {
        await link({ accessKey, secretKey });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const trouble = storeTroubleOf(error.problem);
        if (trouble === null) throw error;
        const field = fieldOf[trouble];
        if (!field) return setFailed(error.problem);
        const fields = { [field]: [t(`trouble.${trouble}`)] };
        throw new ProblemError({ ...error.problem, code: 'bad_input', fields });
      }
      toast({ tone: 'good', title: t('key.done') });
      onClose();
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('key.link')} submit={t('key.confirm')}>
      <p>{t('key.dialogText')}</p>
      <TextField
        label={t('newKey.access')}
        mono
        {...form.field('access_key', { required: true, read: readLine(128) })}
      />
      <PasswordField
        label={t('newKey.secret')}
        autoComplete="off"
        {...form.field('secret_key', { required: true, read: readLine(128) })}
      />
      <p className="text-muted text-sm">{t('key.where')}</p>
      {failed ? <StoreProblem problem={failed} what={t('key.notLinked')} /> : null}
    </FormDialog>
  );
}
