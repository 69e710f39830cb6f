'use client';
import { useTranslations } from 'use-intl';
import { chosenName, emptyReason } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { MachineField, useMachineChoice } from '@/components/vps/instances/machine-choice';
import type { DialogProps } from '@/components/ui/dialog-props';
import { volumes } from '@/lib/resources/vps';
import { aboutVolume, type Volume } from './volume';
import { useAccount } from '@/lib/query/scope';

/** The dialog that attaches a volume to a machine in the same location (D65). */
export function AttachDialog({ volume, onClose }: DialogProps<{ volume: Volume }>) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const name = volumes.name(volume);
  const here = { location: volume.location ?? '' };
  const choice = useMachineChoice(
    'attachStorage',
    ({ location }) => volume.location === null || location === volume.location,
    t('attach.none', here),
  );
  const form = useDialogForm('D65', {
    onClose,
    defaults: { instance_id: '' },
    input: (body) => ({ params: { block_storage_id: volume.id }, body }),
    about: () => aboutVolume(account, volume),
    done: (_, { instance_id: id }) => t('attach.done', { name, machine: chosenName(choice, id) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('attach.title', { name })}
      submit={t('attach.confirm')}
      reason={emptyReason(choice)}
    >
      <MachineField
        {...{ form, choice }}
        name="instance_id"
        label={t('machine')}
        hint={t('attach.hint', here)}
        search={{ label: t('attach.search') }}
      />
      <p className="text-muted text-sm">{t('attach.after')}</p>
    </FormDialog>
  );
}
