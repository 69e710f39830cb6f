'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { paths } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { LocationField } from './location-field';
import { aboutNetwork } from './network';

const inputOf = ({ name, location_id }: { name: string; location_id: string }) => ({
  body: { name: name.trim(), location_id },
});

/** Makes a private network, D52, and goes to its page. */
export function CreateDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useTranslations('networks');
  const router = useRouter();
  const locations = useBackendQuery('D75', {}, { account });
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D52', {
    account,
    defaults: { name: '', location_id: '' },
    input: inputOf,
    about: ({ body: { name } }, made) => aboutNetwork(account, { uuid: made?.uuid ?? null, name }),
    onDone: ({ uuid }) => {
      onClose();
      if (uuid) router.push(paths.network(account, uuid));
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('create.label')} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <TextField
          label={t('name')}
          hint={t('create.nameHint')}
          autoComplete="off"
          {...field('name', { required: true, maxLength: 100 })}
        />
        <LocationField
          query={locations}
          hint={t('create.locationHint')}
          value={form.watch('location_id')}
          {...field('location_id', { required: true })}
        />
        <p className="text-muted text-sm">{t('create.forGood')}</p>
        <RequestPanel of="D52" input={inputOf(form.watch())} />
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons onClose={onClose} pending={pending} confirm={t('create.label')} />
      </form>
    </Dialog>
  );
}
