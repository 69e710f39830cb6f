'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ChoiceField, emptyReason, type Choice } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { nameOf } from '@/components/vps/instances/machine';
import type { Detail } from '@/components/vps/instances/use-instance';
import type { DialogProps } from '@/components/ui/dialog-props';
import { gigabytes } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { aboutVolume } from './volume';

/** The dialog that attaches a free volume from the machine's location (D69 lists them, D65 attaches). */
export function ChooseDialog({ machine, onClose }: DialogProps<{ machine: Detail }>) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const locale = useLocale();
  const location = machine.location_id ?? '';
  const here = { location: machine.location ?? '' };
  const query = useBackendQuery(
    'D69',
    { query: { location_id: location } },
    { enabled: location !== '' },
  );
  const free = query.data?.data ?? [];
  const found = (id: string) => free.find((one) => one.id === id) ?? { id, name: null };
  const choice: Choice = {
    query,
    rows: free.map(({ id, name, size_gb: size }) => ({
      id,
      name: `${name ?? id} · ${gigabytes(size, locale)}`,
    })),
    none: t('tab.noFree', here),
  };
  const form = useDialogForm('D65', {
    onClose,
    defaults: { volume: '' },
    input: ({ volume }) => ({
      params: { block_storage_id: volume },
      body: { instance_id: machine.uuid },
    }),
    about: ({ params }) => aboutVolume(account, found(params.block_storage_id)),
    done: (_, { volume }) =>
      t('attach.done', { name: found(volume).name ?? volume, machine: nameOf(machine) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('tab.choose')}
      submit={t('attach.confirm')}
      reason={emptyReason(choice)}
    >
      <ChoiceField
        {...{ form, choice }}
        name="volume"
        label={t('volume')}
        hint={t('tab.chooseHint', here)}
      />
      <p className="text-muted text-sm">{t('attach.after')}</p>
    </FormDialog>
  );
}
