'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readBucketName } from '@/lib/contract/reading/names';
import { useGroup } from '@/lib/query/scope';
import { aboutBucket, storageInput } from './storage';

/** The dialog that creates a bucket, A56. */
export function CreateDialog({ onClose }: DialogProps) {
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const form = useDialogForm('A56', {
    onClose,
    defaults: { bucket_name: '' },
    input: (body) => ({ ...storageInput(scope), body }),
    blame: ({ code }) => (code === 'conflict' ? { bucket_name: [t('bucketTaken')] } : undefined),
    about: ({ body }) => aboutBucket(scope, body.bucket_name),
    done: (_, { bucket_name: name }) => t('create.done', { name }),
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('create.label')} submit={t('create.label')}>
      <TextField
        label={t('bucket')}
        hint={t('bucketHint')}
        mono
        {...form.field('bucket_name', { required: true, read: readBucketName })}
      />
    </FormDialog>
  );
}
