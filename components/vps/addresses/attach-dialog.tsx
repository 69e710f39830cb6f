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
import { useMachines } from '@/components/vps/instances/use-machines';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { isMissingOperation } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { addresses } from '@/lib/resources/vps';
import { aboutAddress, type Address } from './address';

/**
 * Reads the machines that have no address and can take one. D13 lists those of a location; when the location isn't
 * known or the provider has no D13, machines of all locations are listed (D02).
 */
function useCandidates(location: string) {
  const here = { query: { location_id: location } };
  const near = useBackendQuery('D13', here, { enabled: location !== '' });
  const anywhere = location === '' || isMissingOperation(near.error?.problem);
  const all = useBackendQuery('D02', { query: { limit: 100, page: 1 } }, { enabled: anywhere });
  const rows = anywhere
    ? all.data?.data.filter(({ ip_address }) => ip_address === null)
    : near.data?.data;
  return { query: anywhere ? all : near, rows: rows ?? [], anywhere };
}

/** The dialog that attaches an address to a machine without one (D60). */
export function AttachDialog({ address, onClose }: DialogProps<{ address: Address }>) {
  const account = useAccount();
  const t = useTranslations('addresses');
  const { why } = useMachines();
  const name = addresses.name(address);
  const location = address.location_id ?? '';
  const { query, rows, anywhere } = useCandidates(location);
  const choice: Choice = {
    query,
    rows: rows.map(({ uuid, hostname }) => ({
      id: uuid,
      name: hostname ?? uuid,
      reason: why('addAddress', { uuid }),
    })),
    none: t(anywhere ? 'attach.noneAnywhere' : 'attach.none'),
  };
  const form = useDialogForm('D60', {
    onClose,
    defaults: { instance_id: '' },
    input: (body) => ({ params: { ip_uuid: address.uuid }, body }),
    about: () => aboutAddress(account, address),
    done: (_, { instance_id: id }) => t('attach.done', { name, machine: chosenName(choice, id) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('attach.title', { name })}
      submit={t('attach.confirm')}
      reason={emptyReason(choice)}
    >
      {address.instance ? (
        <Callout tone="warn">
          {t('attach.losesAddress', {
            machine: address.instance.hostname ?? address.instance.uuid,
          })}
        </Callout>
      ) : null}
      {address.rdns ? <p>{t('losesName', { name: address.rdns })}</p> : null}
      <ChoiceField
        {...{ form, choice }}
        name="instance_id"
        label={t('machine')}
        hint={
          anywhere
            ? t('attach.hintAnywhere')
            : t('attach.hint', { location: address.location ?? location })
        }
      />
    </FormDialog>
  );
}
