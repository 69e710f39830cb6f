'use client';
import type { ChangeHandler } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { PriceSummary } from '@/components/forms/price-summary';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Candidates } from '@/components/networks/candidates';
import { LocationField } from '@/components/networks/location-field';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Input } from '@/lib/contract/types';
import { gigabytes, pricePerHour } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutVolume, priceOf, type VolumeType } from './volume';

interface Values {
  name: string;
  location_id: string;
  storage_type: string;
  /** GB */
  size: number;
}

const defaults: Values = { name: '', location_id: '', storage_type: '', size: 20 };

const inputOf = ({ name, ...values }: Values): Input<'DX1'> => ({
  body: { ...values, name: name.trim() },
});

/** Orders a volume, DX1, its price first. Default export because `lazy` asks for one. */
export default function CreateDialog({
  account,
  onClose,
}: {
  account: string;
  onClose: () => void;
}) {
  const t = useTranslations('volumes');
  const locations = useBackendQuery('D75', {}, { account });
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm<'DX1', Values>('DX1', {
    account,
    defaults,
    input: inputOf,
    about: ({ body: { name } }, made) => aboutVolume(account, { id: made?.id ?? null, name }),
    onDone: (_, { name }) => {
      toast({ tone: 'good', title: t('create.done', { name: name.trim() }) });
      onClose();
    },
  });
  const values = form.watch();
  const { location_id: location } = values;
  const types = useBackendQuery(
    'D63',
    { query: { location_id: location } },
    { account, enabled: location !== '' },
  );
  const offered = types.data?.data ?? [];
  const type = offered.find(({ id }) => id === values.storage_type);
  const locationField = field('location_id', { required: true });
  const onLocation: ChangeHandler = (event) => {
    form.setValue('storage_type', ''); // types differ by location
    return locationField.onChange(event);
  };
  const size = field('size', { required: true, asNumber: true, check: useWrongSize(type) });
  return (
    <Dialog open onClose={onClose} title={t('create.label')} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <TextField
          label={t('name')}
          hint={t('create.nameHint')}
          autoComplete="off"
          {...field('name', { required: true, maxLength: 100 })}
        />
        <LocationField
          query={locations}
          hint={t('create.locationHint')}
          value={location}
          {...locationField}
          onChange={onLocation}
        />
        {location === '' ? null : (
          <TypeField
            query={types}
            offered={offered}
            value={values.storage_type}
            {...field('storage_type', { required: true })}
          />
        )}
        <SizeField type={type} {...size} />
        {type ? <Price type={type} size={values.size} /> : null}
        {type ? (
          <RequestPanel
            of="DX1"
            input={inputOf({ ...values, size: values.size || (type.min_size ?? 1) })}
          />
        ) : null}
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('create.label')}
          reason={location === '' ? t('create.locationFirst') : null}
        />
      </form>
    </Dialog>
  );
}

/** Says what is wrong with a size: not whole, or not one that the type has. */
function useWrongSize(type: VolumeType | undefined): (size: number) => string | null {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { min_size: least, max_size: most } = type ?? { min_size: null, max_size: null };
  return (size) => {
    if (!Number.isInteger(size) || size < 1) return 'not_a_number';
    if (least !== null && size < least) return t('tooSmall', { size: gigabytes(least, locale) });
    if (most !== null && size > most) return t('tooLarge', { size: gigabytes(most, locale) });
    return null;
  };
}

type CandidatesProps = Parameters<typeof Candidates>[0];

/** The types that a location has, with the price of one GB. */
function TypeField({
  offered,
  ...field
}: Omit<CandidatesProps, 'rows' | 'label' | 'none'> & { offered: readonly VolumeType[] }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const rows = offered.map(({ id, name, description, price_per_hour: price }) => ({
    uuid: id,
    name: [
      name ?? id,
      description,
      price === null ? null : t('create.perGb', { price: pricePerHour(price, locale) }),
    ]
      .filter(Boolean)
      .join(' · '),
    reason: null,
  }));
  return <Candidates {...field} rows={rows} label={t('type')} none={t('create.noTypes')} />;
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
    </PriceSummary>
  );
}
