'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { nameOf } from '@/components/instances/machine';
import type { Detail } from '@/components/instances/use-instance';
import { Candidates } from '@/components/networks/candidates';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { toast } from '@/components/ui/toast';
import { gigabytes } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutVolume } from './volume';

/** Gives a machine a free volume of its location, D69 and D65. */
export function ChooseDialog({
  account,
  machine,
  onClose,
}: {
  account: string;
  machine: Detail;
  onClose: () => void;
}) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const location = machine.location_id ?? '';
  const free = useBackendQuery(
    'D69',
    { query: { location_id: location } },
    { account, enabled: location !== '' },
  );
  const found = (id: string) => free.data?.data.find((one) => one.id === id) ?? { id, name: null };
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D65', {
    account,
    defaults: { volume: '' },
    input: ({ volume }) => ({
      params: { block_storage_id: volume },
      body: { instance_id: machine.uuid },
    }),
    about: ({ params }) => aboutVolume(account, found(params.block_storage_id)),
    onDone: (_, { volume }) => {
      const name = found(volume).name ?? volume;
      toast({ tone: 'good', title: t('attach.done', { name, machine: nameOf(machine) }) });
      onClose();
    },
  });
  const rows = (free.data?.data ?? []).map(({ id, name, size_gb: size }) => ({
    uuid: id,
    name: `${name ?? id} · ${gigabytes(size, locale)}`,
    reason: null,
  }));
  const none = t('tab.noFree', { location: machine.location ?? '' });
  return (
    <Dialog open onClose={onClose} title={t('tab.choose')} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <Candidates
          label={t('volume')}
          hint={t('tab.chooseHint', { location: machine.location ?? '' })}
          none={none}
          query={free}
          rows={rows}
          value={form.watch('volume')}
          {...field('volume', { required: true })}
        />
        <p className="text-muted text-sm">{t('attach.after')}</p>
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('attach.confirm')}
          reason={free.data && rows.length === 0 ? none : null}
        />
      </form>
    </Dialog>
  );
}
