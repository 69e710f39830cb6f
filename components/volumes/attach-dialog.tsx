'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { nameOf } from '@/components/instances/machine';
import { useMachines, useMachineSearch } from '@/components/instances/use-machines';
import { Candidates } from '@/components/networks/candidates';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { reasonWhy } from '@/lib/contract/states';
import { aboutVolume, volumeWords, type Volume } from './volume';

/** Attaches a volume to a machine of its location, D65. */
export function AttachDialog({
  account,
  volume,
  onClose,
}: {
  account: string;
  volume: Volume;
  onClose: () => void;
}) {
  const t = useTranslations('volumes');
  const m = useTranslations('machines');
  const { more } = useMachines(account);
  const { machines, search, setSearch } = useMachineSearch(account);
  const name = volumeWords.name(volume);
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D65', {
    account,
    defaults: { instance_id: '' },
    input: ({ instance_id }) => ({
      params: { block_storage_id: volume.id },
      body: { instance_id },
    }),
    about: () => aboutVolume(account, volume),
    onDone: (_, { instance_id }) => {
      const machine = rows.find(({ uuid }) => uuid === instance_id)?.name ?? instance_id;
      toast({ tone: 'good', title: t('attach.done', { name, machine }) });
      onClose();
    },
  });
  const rows = (machines.data?.data ?? [])
    .filter(({ location }) => volume.location === null || location === volume.location)
    .map((machine) => {
      const state = reasonWhy('attachStorage', machine);
      return {
        uuid: machine.uuid,
        name: nameOf(machine),
        reason: state && m(`reasons.${state}`),
      };
    });
  const none = t('attach.none', { location: volume.location ?? '' });
  return (
    <Dialog open onClose={onClose} title={t('attach.title', { name })} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        {more ? (
          <TextField
            label={t('attach.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        ) : null}
        <Candidates
          label={t('machine')}
          hint={t('attach.hint', { location: volume.location ?? '' })}
          none={none}
          query={machines}
          rows={rows}
          value={form.watch('instance_id')}
          {...field('instance_id', { required: true })}
        />
        <p className="text-muted text-sm">{t('attach.after')}</p>
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('attach.confirm')}
          reason={machines.data && rows.every(({ reason }) => reason !== null) ? none : null}
        />
      </form>
    </Dialog>
  );
}
