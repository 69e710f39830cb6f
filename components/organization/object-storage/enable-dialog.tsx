'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Checkbox } from '@/components/ui/checkbox';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readBucketName, readSubdomain } from '@/lib/contract/reading/names';
import type { Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../vms/group';
import { aboutBucket, type NewStorage } from './storage';
import { useLinkable } from './use-key';

interface Values {
  subdomain_name: string;
  bucket_name: string;
  keep: boolean;
}

/**
 * Enables the object storage with its subdomain and its first bucket, A54. The session keeps the new key only where the person ticks it:
 * whoever has the key may read and delete everything in the storage, so a box that is ticked from the start would be no consent.
 */
export function EnableDialog({
  onMade,
  onClose,
}: DialogProps<{ onMade: (storage: NewStorage, keep: boolean) => void }>) {
  const linkable = useLinkable();
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const form = useDialogForm<'A54', Values>('A54', {
    onClose,
    defaults: { subdomain_name: '', bucket_name: '', keep: false },
    input: ({ subdomain_name, bucket_name }) => ({
      params: groupParams(scope),
      body: { subdomain_name, bucket_name },
    }),
    blame: useBlame(),
    about: ({ body }) => aboutBucket(scope, body.bucket_name),
    after: (storage, { keep }) => onMade(storage, keep),
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('enable.label')} submit={t('enable.confirm')}>
      <TextField
        label={t('enable.subdomain')}
        hint={t('enable.subdomainHint')}
        mono
        {...form.field('subdomain_name', { required: true, read: readSubdomain })}
      />
      <TextField
        label={t('enable.bucket')}
        hint={t('bucketHint')}
        mono
        {...form.field('bucket_name', { required: true, read: readBucketName })}
      />
      {linkable ? (
        <Checkbox label={t('key.keep')} hint={t('key.keepHint')} {...form.field('keep')} />
      ) : null}
      <p className="text-muted text-sm">{t('enable.price')}</p>
    </FormDialog>
  );
}

/** Puts a refusal that names no field at the one that it is about: a name that somebody has already. */
function useBlame(): (problem: Problem) => Problem['fields'] {
  const t = useTranslations('object-storage');
  return ({ code, backendMessage = '' }): Problem['fields'] => {
    if (code !== 'conflict') return undefined;
    if (/bucket/i.test(backendMessage)) return { bucket_name: [t('bucketTaken')] };
    if (/domain/i.test(backendMessage)) return { subdomain_name: [t('enable.subdomainTaken')] };
    return undefined;
  };
}
