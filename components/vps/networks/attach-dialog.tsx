'use client';
import { useTranslations } from 'use-intl';
import { chosenName, emptyReason } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { MachineField, useMachineChoice } from '@/components/vps/instances/machine-choice';
import { aboutInstance } from '@/components/vps/instances/machine';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { LeavingNote } from './leaving-note';
import type { NetworkDetail } from './network';
import { useGateways } from './use-gateways';

type AttachDialogProps = DialogProps<{
  network: NetworkDetail;
  inside: ReadonlySet<string | null>;
}>;

/**
 * The dialog that attaches a machine to a network in the same location (D15).
 * @param inside uuids of the machines that are in the network already
 */
export function AttachDialog({ network, inside, onClose }: AttachDialogProps) {
  const account = useAccount();
  const t = useTranslations('networks');
  const gatewayOf = useGateways();
  const choice = useMachineChoice(
    'attachNetwork',
    ({ uuid, location }) => location === network.location?.name && !inside.has(uuid),
    t('attach.none'),
    (uuid) => {
      const gatewayNetwork = gatewayOf(uuid);
      return gatewayNetwork && t('reasons.isGateway', { network: gatewayNetwork });
    },
  );
  const form = useDialogForm('D15', {
    onClose,
    defaults: { instance: '' },
    fieldNames: { vswitch: 'instance' },
    input: ({ instance }) => ({
      params: { instance_uuid: instance },
      body: { vswitch: network.uuid },
    }),
    about: ({ params: { instance_uuid: uuid } }) =>
      aboutInstance(account, { uuid, hostname: chosenName(choice, uuid) }),
    done: (_, { instance }) =>
      t('attach.done', {
        name: chosenName(choice, instance),
        network: network.name ?? network.uuid,
      }),
  });
  const chosen = form.form.watch('instance');
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('attach.title', { network: network.name ?? '' })}
      submit={t('attach.confirm')}
      reason={emptyReason(choice)}
    >
      <MachineField
        {...{ form, choice }}
        name="instance"
        label={t('machine')}
        hint={t('attach.hint', { location: network.location?.name ?? '' })}
        search={{ label: t('attach.search'), hint: t('attach.searchHint') }}
      />
      {chosen === '' ? null : <ChosenLeavingNote instance={chosen} />}
    </FormDialog>
  );
}

/** Warns which network the chosen machine leaves, because a machine can be in only one. */
function ChosenLeavingNote({ instance }: { instance: string }) {
  const { data } = useBackendQuery('D04', { params: { instance_uuid: instance } });
  return data ? <LeavingNote machine={data} role="status" /> : null;
}
