'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { aboutInstance, nameOf } from '@/components/instances/machine';
import type { Detail } from '@/components/instances/use-instance';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { toast } from '@/components/ui/toast';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { Candidates } from './candidates';

interface Props {
  account: string;
  machine: Detail;
  onClose: () => void;
}

/** Gives a machine a free address or a private network of its location. */
export function ChooseDialog({ what, ...props }: Props & { what: 'address' | 'network' }) {
  return what === 'address' ? <ChooseAddress {...props} /> : <ChooseNetwork {...props} />;
}

/** D57 and D17. */
function ChooseAddress({ account, machine, onClose }: Props) {
  const t = useTranslations('networks.tab');
  const a = useTranslations('addresses');
  const location = machine.location_id ?? '';
  const free = useBackendQuery(
    'D57',
    { query: { location_id: location } },
    { account, enabled: location !== '' },
  );
  const form = useBackendForm('D17', {
    account,
    defaults: { public_network: '' },
    input: ({ public_network }) => ({
      params: { instance_uuid: machine.uuid },
      body: { public_network },
    }),
    about: () => aboutInstance(account, machine),
    onDone: (_, { public_network: uuid }) => {
      const address = free.data?.data.find((one) => one.uuid === uuid)?.ip_address ?? '';
      toast({ tone: 'good', title: a('attach.done', { name: address, machine: nameOf(machine) }) });
      onClose();
    },
  });
  const rows = (free.data?.data ?? []).map(({ uuid, ip_address: address }) => ({
    uuid,
    name: address ?? uuid,
    reason: null,
  }));
  return (
    <Dialog open onClose={onClose} title={t('choose.address')} locked={form.pending}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-3">
        {machine.ip_address ? (
          <Callout tone="warn">{t('replaceText', { address: machine.ip_address })}</Callout>
        ) : null}
        <Candidates
          label={t('freeAddress')}
          hint={t('freeHint')}
          none={t('noFree')}
          query={free}
          rows={rows}
          value={form.form.watch('public_network')}
          {...form.field('public_network', { required: true })}
        />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons
          onClose={onClose}
          pending={form.pending}
          confirm={a('attach.confirm')}
          reason={free.data && rows.length === 0 ? t('noFree') : null}
        />
      </form>
    </Dialog>
  );
}

/** D56 and D15. */
function ChooseNetwork({ account, machine, onClose }: Props) {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  const location = machine.location_id ?? '';
  const networks = useBackendQuery(
    'D56',
    { query: { location_id: location } },
    { account, enabled: location !== '' },
  );
  const form = useBackendForm('D15', {
    account,
    defaults: { vswitch: '' },
    input: ({ vswitch }) => ({ params: { instance_uuid: machine.uuid }, body: { vswitch } }),
    about: () => aboutInstance(account, machine),
    onDone: (_, { vswitch }) => {
      const network = networks.data?.data.find(({ uuid }) => uuid === vswitch)?.name ?? '';
      toast({ tone: 'good', title: t('attach.done', { name: nameOf(machine), network }) });
      onClose();
    },
  });
  const left = machine.private_network;
  const rows = (networks.data?.data ?? [])
    .filter(({ uuid }) => uuid !== left?.uuid)
    .map(({ uuid, name }) => ({ uuid, name: name ?? uuid, reason: null }));
  return (
    <Dialog open onClose={onClose} title={t('tab.choose.network')} locked={form.pending}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-3">
        {left ? (
          <Callout tone="warn">
            {t('attach.leaves', {
              name: nameOf(machine),
              network: left.name ?? left.uuid ?? '',
              address: left.ip_address ?? '–',
            })}
          </Callout>
        ) : null}
        <Candidates
          label={m('privateNetwork')}
          hint={t('tab.networkHint')}
          none={t('tab.noNetworks')}
          query={networks}
          rows={rows}
          value={form.form.watch('vswitch')}
          {...form.field('vswitch', { required: true })}
        />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons
          onClose={onClose}
          pending={form.pending}
          confirm={t('attach.confirm')}
          reason={networks.data && rows.length === 0 ? t('tab.noNetworks') : null}
        />
      </form>
    </Dialog>
  );
}
