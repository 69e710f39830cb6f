'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { LocationField } from '@/components/parts/machines/location-field';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { aboutNetwork } from './network';

/** The dialog that creates a private network (D52). Afterwards the page of the network opens. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const t = useTranslations('networks');
  const router = useRouter();
  const form = useDialogForm('D52', {
    onClose,
    defaults: { name: '', location_id: '' },
    input: (body) => ({ body }),
    about: ({ body: { name } }, made) => aboutNetwork(account, { uuid: made?.uuid ?? null, name }),
    after: ({ uuid }) => {
      if (uuid) router.push(paths.network(account, uuid));
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('create.label')} submit={t('create.label')}>
      <TextField
        label={t('name')}
        hint={t('create.nameHint')}
        autoComplete="off"
        {...form.field('name', { required: true, read: readLine(100) })}
      />
      <LocationField form={form} name="location_id" hint={t('create.locationHint')} />
      <p className="text-muted text-sm">{t('create.permanent')}</p>
    </FormDialog>
  );
}
