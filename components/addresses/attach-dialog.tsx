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

/** Codes with which a deployment says that it has no D13. */
const lacking = ['not_offered', 'not_found'];

/**
 * The machines that can take an address: those of its location without one (D13), or all without one where the
 * provider says neither.
 */
function useCandidates(account: string, location: string) {
  const here = { query: { location_id: location } };
  const near = useBackendQuery('D13', here, { account, enabled: location !== '' });
  const anywhere = location === '' || lacking.includes(near.error?.problem.code ?? '');
  const all = useBackendQuery(
    'D02',
    { query: { limit: 100, page: 1 } },
    { account, enabled: anywhere },
  );
  const rows = anywhere
    ? all.data?.data.filter(({ ip_address }) => ip_address === null)
    : near.data?.data;
  return { query: anywhere ? all : near, rows: rows ?? [], anywhere };
}

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
  const { query, rows: machines, anywhere } = useCandidates(account, location);
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D60', {
    account,
    defaults: { instance_id: '' },
    input: ({ instance_id }) => ({ params: { ip_uuid: address.uuid }, body: { instance_id } }),
    about: () => aboutAddress(account, address),
    onDone: (_, { instance_id }) => {
      const machine = machines.find(({ uuid }) => uuid === instance_id);
      toast({ tone: 'good', title: t('attach.done', { name, machine: machine?.hostname ?? '' }) });
      onClose();
    },
  });
  const rows = machines.map(({ uuid, hostname }) => ({
    uuid,
    name: hostname ?? uuid,
    reason: why('addAddress', { uuid }),
  }));
  const none = t(anywhere ? 'attach.noneAnywhere' : 'attach.none');
  const hint = anywhere
    ? t('attach.hintAnywhere')
    : t('attach.hint', { location: address.location ?? location });
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
          hint={hint}
          none={none}
          query={query}
          rows={rows}
          value={form.watch('instance_id')}
          {...field('instance_id', { required: true })}
        />
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('attach.confirm')}
          reason={query.data && rows.every(({ reason }) => reason !== null) ? none : null}
        />
      </form>
    </Dialog>
  );
}
