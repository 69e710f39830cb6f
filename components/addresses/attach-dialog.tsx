'use client';
import { useTranslations } from 'use-intl';
import { chosenIn, ChoiceField, nothingOf, type Choice } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useDialogForm } from '@/components/forms/use-dialog-form';
import { useMachines } from '@/components/instances/use-machines';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutAddress, addressWords, type Address } from './address';

/** Gives an address to a machine of its location that has none, D13 and D60. */
export function AttachDialog({ account, address, onClose }: DialogProps<{ address: Address }>) {
  const t = useTranslations('addresses');
  const { why } = useMachines(account);
  const name = addressWords.name(address);
  const location = address.location_id ?? '';
  const here = { query: { location_id: location } };
  const query = useBackendQuery('D13', here, { account, enabled: location !== '' });
  const choice: Choice = {
    query,
    rows: (query.data?.data ?? []).map(({ uuid, hostname }) => ({
      id: uuid,
      name: hostname ?? uuid,
      reason: why('addAddress', uuid),
    })),
    none: t('attach.none'),
  };
  const form = useDialogForm('D60', {
    account,
    onClose,
    defaults: { instance_id: '' },
    input: (body) => ({ params: { ip_uuid: address.uuid }, body }),
    about: () => aboutAddress(account, address),
    done: (_, { instance_id: id }) => t('attach.done', { name, machine: chosenIn(choice, id) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('attach.title', { name })}
      submit={t('attach.confirm')}
      reason={nothingOf(choice)}
    >
      {address.instance ? (
        <Callout tone="warn">
          {t('attach.leaves', { machine: address.instance.hostname ?? address.instance.uuid })}
        </Callout>
      ) : null}
      {address.rdns ? <p>{t('nameLost', { name: address.rdns })}</p> : null}
      <ChoiceField
        {...{ form, choice }}
        name="instance_id"
        label={t('machine')}
        hint={t('attach.hint', { location: address.location ?? location })}
      />
    </FormDialog>
  );
}
