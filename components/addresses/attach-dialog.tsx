'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { useMachines } from '@/components/instances/use-machines';
import { Candidates } from '@/components/networks/candidates';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { toast } from '@/components/ui/toast';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutAddress, addressWords, type Address } from './address';

/** Gives an address to a machine of its location that has none, D13 and D60. Default export because `lazy` asks for one. */
export default function AttachDialog({
  account,
  address,
  onClose,
}: {
  account: string;
  address: Address;
  onClose: () => void;
}) {
  const t = useTranslations('addresses');
  const { why } = useMachines(account);
  const name = addressWords.name(address);
  const location = address.location_id ?? '';
  const here = { query: { location_id: location } };
  const candidates = useBackendQuery('D13', here, { account, enabled: location !== '' });
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D60', {
    account,
    defaults: { instance_id: '' },
    input: ({ instance_id }) => ({ params: { ip_uuid: address.uuid }, body: { instance_id } }),
    about: () => aboutAddress(account, address),
    onDone: (_, { instance_id }) => {
      const machine = candidates.data?.data.find(({ uuid }) => uuid === instance_id);
      toast({ tone: 'good', title: t('attach.done', { name, machine: machine?.hostname ?? '' }) });
      onClose();
    },
  });
  const rows = (candidates.data?.data ?? []).map(({ uuid, hostname }) => ({
    uuid,
    name: hostname ?? uuid,
    reason: why('addAddress', { uuid }),
  }));
  const none = rows.every(({ reason }) => reason !== null) ? t('attach.none') : null;
  return (
    <Dialog open onClose={onClose} title={t('attach.title', { name })} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        {address.instance ? (
          <Callout tone="warn">
            {t('attach.leaves', { machine: address.instance.hostname ?? address.instance.uuid })}
          </Callout>
        ) : null}
        {address.rdns ? <p>{t('nameLost', { name: address.rdns })}</p> : null}
        <Candidates
          label={t('machine')}
          hint={t('attach.hint', { location: address.location ?? location })}
          none={t('attach.none')}
          query={candidates}
          rows={rows}
          value={form.watch('instance_id')}
          {...field('instance_id', { required: true })}
        />
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('attach.confirm')}
          reason={candidates.data ? none : null}
        />
      </form>
    </Dialog>
  );
}
