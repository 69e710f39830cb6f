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
 * Takes a machine of the network's location into it, D15.
 * @param inside uuids of the machines that are in it
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
      const leads = gatewayOf(uuid);
      return leads && t('reasons.leads', { network: leads });
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
      {chosen === '' ? null : <LeavesNow instance={chosen} />}
    </FormDialog>
  );
}

/** Reads which network a machine is in now: it can only be in one. */
function LeavesNow({ instance }: { instance: string }) {
  const { data } = useBackendQuery('D04', { params: { instance_uuid: instance } });
  return data ? <LeavingNote machine={data} role="status" /> : null;
}
