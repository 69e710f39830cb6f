'use client';
import { useTranslations } from 'use-intl';
import { ChoiceField, emptyReason, type Choice } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { routersInput } from './inputs';
import { aboutNetwork, type NetworkDetail } from './network';

type GatewayDialogProps = DialogProps<{
  network: NetworkDetail;
  machine?: string;
}>;

/**
 * The dialog that makes a machine the internet gateway of its network (D53). D55 lists the machines that can be it.
 * @param machine uuid of the machine that is chosen at first
 */
export function GatewayDialog({ network, machine = '', onClose }: GatewayDialogProps) {
  const account = useAccount();
  const t = useTranslations('networks');
  const query = useBackendQuery('D55', routersInput(network));
  const name = network.name ?? network.uuid;
  const found = query.data?.data ?? [];
  const choice: Choice = {
    query,
    rows: found.map(({ uuid, hostname, ip_address: address }) => ({
      id: uuid,
      name: [hostname ?? uuid, address].filter(Boolean).join(' · '),
      reason: uuid === network.gateway?.uuid ? t('reasons.already') : null,
    })),
    none: t('gateway.none'),
  };
  const form = useDialogForm('D53', {
    onClose,
    defaults: { public_gateway: machine },
    input: (body) => ({ params: { vswitch_uuid: network.uuid }, body }),
    about: () => aboutNetwork(account, network),
    done: (_, { public_gateway: id }) => {
      const hostname = found.find(({ uuid }) => uuid === id)?.hostname ?? '';
      return t('gateway.done', { name: hostname, network: name });
    },
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('gateway.title', { network: name })}
      submit={t('gateway.confirm')}
      reason={emptyReason(choice)}
    >
      <p>{t('gateway.text')}</p>
      <Callout tone="warn">{t('gateway.permanent')}</Callout>
      <ChoiceField
        {...{ form, choice }}
        name="public_gateway"
        label={t('machine')}
        hint={t('gateway.hint')}
      />
    </FormDialog>
  );
}
