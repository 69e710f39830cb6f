'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PublicKeyField } from '@/components/parts/machines/public-key-field';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';
import { readKeyLine, readPublicKey } from '@/lib/ssh/public-key';

type AddKeyDialogProps = DialogProps<{
  /** Called with the id of the new key, if the backend's answer has it. */
  onAdded?: (id: string) => void;
}>;

/** The dialog that adds a key to the account. It keeps no draft, because a person may paste a private key by mistake. */
export function AddKeyDialog({ onClose, onAdded }: AddKeyDialogProps) {
  const t = useTranslations('ssh-keys');
  const form = useDialogForm('D71', {
    onClose,
    defaults: { title: '', key: '' },
    input: (body) => ({ body }),
    done: (_, { title }) => t('add.done', { name: title }),
    after: ({ id }) => {
      if (id !== null) onAdded?.(id);
    },
  });
  const { setValue, getValues, watch } = form.form;
  const setKey = (key: string) => {
    setValue('key', key, { shouldValidate: true, shouldDirty: true });
    const comment = readPublicKey(key).key?.comment;
    if (comment && getValues('title') === '')
      setValue('title', [...comment].slice(0, 100).join(''));
  };
  return (
    <FormDialog {...{ form, onClose }} size="md" title={t('add.label')} submit={t('add.confirm')}>
      <PublicKeyField
        text={watch('key')}
        onTake={setKey}
        {...form.field('key', { required: true, read: readKeyLine })}
      />
      <TextField
        label={t('title')}
        hint={t('add.titleHint')}
        autoComplete="off"
        {...form.field('title', { required: true, read: readLine(100) })}
      />
    </FormDialog>
  );
}
