'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ChoiceField, type Choice } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { LocationField } from '@/components/parts/machines/location-field';
import type { DialogProps } from '@/components/ui/dialog-props';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { readLine } from '@/lib/contract/reading/text';
import { gigabytes, pricePerHour } from '@/lib/format';
import { useAccount } from '@/lib/query/scope';
import { useVolumeTypes } from './use-volume-types';
import { aboutVolume, priceOf, type VolumeType } from './volume';

/** What the dialog starts with. Ids may be of something that no longer exists. */
export interface VolumeStart {
  location_id: string;
  storage_type: string;
  /** GB */
  size: number;
}

const empty: VolumeStart = { location_id: '', storage_type: '', size: 20 };

/** The dialog that orders a volume (DX1). It shows the price before the order is sent. */
export function CreateDialog({ onClose, start = empty }: DialogProps & { start?: VolumeStart }) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const form = useDialogForm('DX1', {
    onClose,
    defaults: { name: '', ...start },
    input: (body) => ({ body }),
    about: ({ body: { name } }, made) => aboutVolume(account, { id: made?.id ?? null, name }),
    done: (_, { name }) => t('create.done', { name }),
  });
  const { location_id: location, storage_type, size } = form.form.watch();
  const { choice, types } = useTypes(location);
  const type = types.find(({ id }) => id === storage_type);
  const check = useSizeCheck(type);
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('create.label')}
      submit={t('create.label')}
      reason={location === '' ? t('create.locationFirst') : null}
    >
      <TextField
        label={t('name')}
        hint={t('create.nameHint')}
        autoComplete="off"
        {...form.field('name', { required: true, read: readLine(100) })}
      />
      <LocationField
        form={form}
        name="location_id"
        hint={t('create.locationHint')}
        onPick={() => form.form.setValue('storage_type', '')} // Another location may not have this type.
      />
      {location === '' ? null : (
        <ChoiceField {...{ form, choice }} name="storage_type" label={t('type')} />
      )}
      <SizeField
        type={type}
        {...form.field('size', { required: true, asNumber: true, min: 1, check })}
      />
      {type ? <Price type={type} size={size} /> : null}
    </FormDialog>
  );
}

/** The storage types of a location (D63), each with the price of one GB. */
function useTypes(location: string) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const query = useVolumeTypes(location);
  const types = query.data?.data ?? [];
  const words = ({ id, name, description, price_per_hour: price }: VolumeType) => {
    const perGb = price === null ? null : t('create.perGb', { price: pricePerHour(price, locale) });
    return [name ?? id, description, perGb].filter(Boolean).join(' · ');
  };
  const rows = types.map((type) => ({ id: type.id, name: words(type) }));
  const choice: Choice = { query, rows, none: t('create.noTypes') };
  return { choice, types };
}

/** Returns a check that says why a size in GB is outside the limits of the type; null when it is inside. */
function useSizeCheck(type: VolumeType | undefined): (size: number) => string | null {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { min_size: least, max_size: most } = type ?? { min_size: null, max_size: null };
  return (size) => {
    if (least !== null && size < least) return t('tooSmall', { size: gigabytes(least, locale) });
    if (most !== null && size > most) return t('tooLarge', { size: gigabytes(most, locale) });
    return null;
  };
}

function SizeField({
  type,
  ...field
}: { type: VolumeType | undefined } & Partial<Parameters<typeof NumberField>[0]>) {
  const t = useTranslations('volumes');
  const m = useTranslations('machines');
  const locale = useLocale();
  const limits =
    type && type.min_size !== null && type.max_size !== null
      ? t('create.limits', {
          least: gigabytes(type.min_size, locale),
          most: gigabytes(type.max_size, locale),
        })
      : null;
  return (
    <NumberField
      label={m('size')}
      hint={[limits, t('create.sizeHint')].filter(Boolean).join(' ')}
      unit="GB"
      min={1}
      step={1}
      {...field}
    />
  );
}

function Price({ type, size }: { type: VolumeType; size: number }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { perHour, perMonth } = priceOf(type, size);
  const words = { type: type.name ?? type.id, size: gigabytes(size, locale) };
  return (
    <PriceSummary
      lines={[{ label: t('create.line', words), perHour }]}
      perHour={perHour}
      perMonth={perMonth}
    >
      <p className="text-faint text-sm">{t('create.charged')}</p>
      <AccountBalance added={perHour} ordered={perHour} />
    </PriceSummary>
  );
}
