'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readPublicKey } from '@/lib/ssh/public-key';
import { PublicKeyField } from './public-key-field';

const wrong = (text: string) => {
  const { fault } = readPublicKey(text);
  return fault && fault !== 'empty' ? `ssh_key_${fault}` : null;
};

type AddKeyDialogProps = DialogProps<{
  /** Called with the new key's id, where the backend says it. */
  onAdded?: (id: string) => void;
}>;

/** Adds a key to the account. No draft: a key pasted by mistake is kept nowhere. */
export function AddKeyDialog({ onClose, onAdded }: AddKeyDialogProps) {
  const t = useTranslations('ssh-keys');
  const form = useDialogForm('D71', {
    onClose,
    defaults: { title: '', key: '' },
    input: ({ title, key }) => ({
      body: { title, key: readPublicKey(key).key?.line ?? key.trim() },
    }),
    done: (_, { title }) => t('add.done', { name: title }),
    after: ({ id }) => {
      if (id !== null) onAdded?.(id);
    },
  });
  const { setValue, getValues, watch } = form.form;
  const take = (key: string) => {
    setValue('key', key, { shouldValidate: true, shouldDirty: true });
    const comment = readPublicKey(key).key?.comment;
    if (comment && getValues('title') === '') setValue('title', comment.slice(0, 100));
  };
  return (
    <FormDialog {...{ form, onClose }} size="md" title={t('add.label')} submit={t('add.confirm')}>
      <PublicKeyField
        text={watch('key')}
        onTake={take}
        {...form.field('key', { required: true, check: wrong })}
      />
      <TextField
        label={t('title')}
        hint={t('add.titleHint')}
        autoComplete="off"
        {...form.field('title', { required: true, maxLength: 100 })}
      />
    </FormDialog>
  );
}
