'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { toast } from '@/components/ui/toast';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { Candidates } from './candidates';
import { routersInput } from './inputs';
import { aboutNetwork, type NetworkDetail } from './network';

/**
 * Makes a machine the way out of its network, D53 with the candidates of D55.
 * @param machine chosen already
 */
export function GatewayDialog({
  account,
  network,
  machine = '',
  onClose,
}: {
  account: string;
  network: NetworkDetail;
  machine?: string;
  onClose: () => void;
}) {
  const t = useTranslations('networks');
  const candidates = useBackendQuery('D55', routersInput(network), { account });
  const name = network.name ?? network.uuid;
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D53', {
    account,
    defaults: { public_gateway: machine },
    input: ({ public_gateway }) => ({
      params: { vswitch_uuid: network.uuid },
      body: { public_gateway },
    }),
    about: () => aboutNetwork(account, network),
    onDone: (_, { public_gateway: uuid }) => {
      const hostname = candidates.data?.data.find((one) => one.uuid === uuid)?.hostname ?? '';
      toast({ tone: 'good', title: t('gateway.done', { name: hostname, network: name }) });
      onClose();
    },
  });
  const rows = (candidates.data?.data ?? []).map(({ uuid, hostname, ip_address: address }) => ({
    uuid,
    name: [hostname ?? uuid, address].filter(Boolean).join(' · '),
    reason: uuid === network.gateway?.uuid ? t('reasons.already') : null,
  }));
  const none = rows.every(({ reason }) => reason !== null) ? t('gateway.none') : null;
  return (
    <Dialog open onClose={onClose} title={t('gateway.title', { network: name })} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p>{t('gateway.text')}</p>
        <Callout tone="warn">{t('gateway.forGood')}</Callout>
        <Candidates
          label={t('machine')}
          hint={t('gateway.hint')}
          none={t('gateway.none')}
          query={candidates}
          rows={rows}
          value={form.watch('public_gateway')}
          {...field('public_gateway', { required: true })}
        />
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('gateway.confirm')}
          reason={candidates.data ? none : null}
        />
      </form>
    </Dialog>
  );
}
