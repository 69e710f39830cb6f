'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { TellIfGone, useReadIfGone } from './gone';
import { LabelField } from './label-field';
import { useBlame } from './use-blame';
import { aboutVolume, volumeParams, type Volume } from './volume';

/** The dialog that gives a volume another name, A42. */
export function RenameDialog({ volume, onClose }: DialogProps<{ volume: Volume }>) {
  const scope = useGroup();
  const t = useTranslations('organization-volumes.rename');
  const name = volumes.name(volume);
  const form = useDialogForm('A42', {
    onClose,
    defaults: { label: name },
    input: (body) => ({ params: { ...volumeParams(scope), volume_uuid: volume.uuid }, body }),
    blame: useBlame(),
    onRefused: useReadIfGone(),
    about: ({ body: { label } }) => aboutVolume(scope, { uuid: volume.uuid, label }),
    done: (_, { label }) => t('done', { name: label }),
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('title', { name })} submit={t('label')}>
      <TellIfGone volume={volume} />
      <LabelField form={form} />
    </FormDialog>
  );
}
