'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { aboutInstance, nameOf } from '@/components/instances/machine';
import { useMachines, useMachineSearch } from '@/components/instances/use-machines';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { reasonWhy } from '@/lib/contract/states';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { Candidates } from './candidates';
import type { NetworkDetail } from './network';
import { useGateways } from './use-gateways';

/**
 * Takes a machine of the network's location into it, D15. Default export because `lazy` asks for one.
 * @param inside uuids of the machines that are in it
 */
export default function AttachDialog({
  account,
  network,
  inside,
  onClose,
}: {
  account: string;
  network: NetworkDetail;
  inside: ReadonlySet<string | null>;
  onClose: () => void;
}) {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  const { more } = useMachines(account);
  const gatewayOf = useGateways(account);
  const { machines, search, setSearch } = useMachineSearch(account);
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D15', {
    account,
    defaults: { instance: '' },
    fieldNames: { vswitch: 'instance' },
    input: ({ instance }) => ({
      params: { instance_uuid: instance },
      body: { vswitch: network.uuid },
    }),
    about: ({ params }) => aboutInstance(account, found(params.instance_uuid)),
    onDone: (_, { instance }) => {
      const words = { name: nameOf(found(instance)), network: network.name ?? network.uuid };
      toast({ tone: 'good', title: t('attach.done', words) });
      onClose();
    },
  });
  const found = (uuid: string) =>
    machines.data?.data.find((one) => one.uuid === uuid) ?? { uuid, hostname: null };
  const rows = (machines.data?.data ?? [])
    .filter(({ uuid, location }) => location === network.location?.name && !inside.has(uuid))
    .map((machine) => {
      const leads = gatewayOf(machine.uuid);
      const state = reasonWhy('attachNetwork', machine);
      const reason =
        leads === null ? state && m(`reasons.${state}`) : t('reasons.leads', { network: leads });
      return { uuid: machine.uuid, name: nameOf(machine), reason };
    });
  const none = rows.every(({ reason }) => reason !== null) ? t('attach.none') : null;
  const chosen = form.watch('instance');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('attach.title', { network: network.name ?? '' })}
      locked={pending}
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        {more ? (
          <TextField
            label={t('attach.search')}
            hint={t('attach.searchHint')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        ) : null}
        <Candidates
          label={t('machine')}
          hint={t('attach.hint', { location: network.location?.name ?? '' })}
          none={t('attach.none')}
          query={machines}
          rows={rows}
          value={chosen}
          {...field('instance', { required: true })}
        />
        {chosen === '' ? null : <Leaves account={account} instance={chosen} />}
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('attach.confirm')}
          reason={machines.data ? none : null}
        />
      </form>
    </Dialog>
  );
}

/** The network that a machine is in now: it can only be in one. */
function Leaves({ account, instance }: { account: string; instance: string }) {
  const t = useTranslations('networks');
  const { data } = useBackendQuery('D04', { params: { instance_uuid: instance } }, { account });
  const left = data?.private_network;
  if (!left) return null;
  return (
    <Callout tone="warn" role="status">
      {t('attach.leaves', {
        name: nameOf(data),
        network: left.name ?? left.uuid ?? '',
        address: left.ip_address ?? '–',
      })}
    </Callout>
  );
}
