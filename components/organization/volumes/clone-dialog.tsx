'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { gigabytes } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { OrganizationBalance } from '../balance/organization-balance';
import { priceOf } from '../vms/price';
import { TellIfGone, useReadIfGone } from './gone';
import { LabelField } from './label-field';
import { useBlame } from './use-blame';
import { aboutVolume, volumeParams, type Volume } from './volume';

/** The dialog that copies a volume (A44). The copy has the same plan. */
export function CloneDialog({ volume, onClose }: DialogProps<{ volume: Volume }>) {
  const scope = useGroup();
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const blame = useBlame();
  const name = volumes.name(volume);
  const form = useDialogForm('A44', {
    onClose,
    defaults: { label: '' },
    input: ({ label }) => ({
      params: volumeParams(scope),
      body: { source_volume_uuid: volume.uuid, label },
    }),
    blame,
    onRefused: useReadIfGone(),
    // The answer may be the source instead of the copy, so its uuid isn't used.
    about: ({ body: { label } }) => aboutVolume(scope, { uuid: '', label }),
    done: (_, { label }) => t('clone.done', { name: label }),
  });
  const { perHour, perMonth } = priceOf(volume.pricing);
  const words = {
    plan: volume.pricing?.instance_type ?? name,
    size: gigabytes(volume.size_gb, locale),
  };
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('clone.title', { name })}
      submit={t('clone.confirm')}
    >
      <TellIfGone volume={volume} />
      <p>{t('clone.text')}</p>
      <LabelField form={form} />
      <PriceSummary
        lines={[{ label: t('line', words), perHour }]}
        {...{ perHour, perMonth }}
        estimate
      >
        <p className="text-faint text-sm">{t('charged')}</p>
        <OrganizationBalance added={perHour} ordered={perHour} />
      </PriceSummary>
    </FormDialog>
  );
}
