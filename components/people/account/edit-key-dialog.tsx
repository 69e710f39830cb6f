'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useProblemForm } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';
import type { KeyView } from '@/lib/session/key-view';
import { readLine } from '@/lib/contract/reading/text';
import { ExpiryField } from './expiry-field';
import { changeKey } from './key-calls';

/** Changes the label of an account, whose URL stays the same, and the expiry date of its key. */
export function EditKeyDialog({
  account: { slug, label, expiry },
  onDone,
  onClose,
}: {
  account: KeyView;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('account.keys');
  const form = useProblemForm({
    defaults: { label, expires: expiry?.date ?? '' },
    submit: async (values) => {
      await changeKey(slug, values.label, values.expires);
      onDone();
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('editTitle', { label })} submit={t('save')}>
      <TextField
        label={t('label')}
        hint={t('renameText')}
        autoComplete="off"
        spellCheck={false}
        {...form.field('label', { required: true, read: readLine(40) })}
      />
      <ExpiryField {...form.field('expires', { date: true })} />
    </FormDialog>
  );
}
