'use client';
import { useTranslations } from 'use-intl';
import {
  chosenName,
  ChoiceField,
  emptyReason,
  type Choice,
} from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { aboutInstance, nameOf } from '@/components/vps/instances/machine';
import type { Detail } from '@/components/vps/instances/use-instance';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { LeavingNote } from './leaving-note';

type Props = DialogProps<{ machine: Detail }>;

/** The dialog that gives a machine a free address or a private network of its location. */
export function ChooseDialog({ what, ...props }: Props & { what: 'address' | 'network' }) {
  return what === 'address' ? <ChooseAddress {...props} /> : <ChooseNetwork {...props} />;
}

/** The input of both reads: what is in the machine's location. */
const inputOf = ({ location_id: location }: Detail) => ({ query: { location_id: location ?? '' } });

/** Lists free addresses (D57) and attaches the chosen one (D17). */
function ChooseAddress({ machine, onClose }: Props) {
  const account = useAccount();
  const t = useTranslations('networks.tab');
  const a = useTranslations('addresses');
  const enabled = Boolean(machine.location_id);
  const query = useBackendQuery('D57', inputOf(machine), { enabled });
  const choice: Choice = {
    query,
    rows: (query.data?.data ?? []).map(({ uuid, ip_address: address }) => ({
      id: uuid,
      name: address ?? uuid,
    })),
    none: t('noFree'),
  };
  const form = useDialogForm('D17', {
    onClose,
    defaults: { public_network: '' },
    input: (body) => ({ params: { instance_uuid: machine.uuid }, body }),
    about: () => aboutInstance(account, machine),
    done: (_, { public_network: uuid }) =>
      a('attach.done', { name: chosenName(choice, uuid), machine: nameOf(machine) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('choose.address')}
      submit={a('attach.confirm')}
      reason={emptyReason(choice)}
    >
      {machine.ip_address ? (
        <Callout tone="warn">{t('replaceText', { address: machine.ip_address })}</Callout>
      ) : null}
      <ChoiceField
        {...{ form, choice }}
        name="public_network"
        label={t('freeAddress')}
        hint={t('freeHint')}
      />
    </FormDialog>
  );
}

/** Lists networks (D56) and attaches the machine to the chosen one (D15). */
function ChooseNetwork({ machine, onClose }: Props) {
  const account = useAccount();
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  const enabled = Boolean(machine.location_id);
  const query = useBackendQuery('D56', inputOf(machine), { enabled });
  const choice: Choice = {
    query,
    rows: (query.data?.data ?? [])
      .filter(({ uuid }) => uuid !== machine.private_network?.uuid)
      .map(({ uuid, name }) => ({ id: uuid, name: name ?? uuid })),
    none: t('tab.noNetworks'),
  };
  const form = useDialogForm('D15', {
    onClose,
    defaults: { vswitch: '' },
    input: (body) => ({ params: { instance_uuid: machine.uuid }, body }),
    about: () => aboutInstance(account, machine),
    done: (_, { vswitch }) =>
      t('attach.done', { name: nameOf(machine), network: chosenName(choice, vswitch) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('tab.choose.network')}
      submit={t('attach.confirm')}
      reason={emptyReason(choice)}
    >
      <LeavingNote machine={machine} />
      <ChoiceField
        {...{ form, choice }}
        name="vswitch"
        label={m('privateNetwork')}
        hint={t('tab.networkHint')}
      />
    </FormDialog>
  );
}
