'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { KeyValue } from '@/components/ui/key-value';
import { NumberField } from '@/components/ui/number-field';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { gigabytes, pricePerHour, pricePerMonth } from '@/lib/format';
import { changeOf } from '@/lib/pricing';
import { useAccount } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/vps';
import { useVolumeTypes } from './use-volume-types';
import { aboutVolume, priceAt, type Volume, type VolumePrice } from './volume';

/** The largest size in GB that D67 accepts. It is used when the limit of the storage type isn't known. */
const limit = 65_536;

/** The dialog that makes a volume larger (D67). It shows the price now and the new price first. */
export function GrowDialog({ volume, onClose }: DialogProps<{ volume: Volume }>) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const locale = useLocale();
  const name = volumes.name(volume);
  const now = volume.size_gb ?? 0;
  const offered = useVolumeTypes(volume.location_id ?? '').data?.data ?? [];
  const most = offered.find((type) => type.name === volume.storage_type)?.max_size ?? limit;
  const form = useDialogForm('D67', {
    onClose,
    defaults: { size: now },
    input: ({ size }) => ({
      params: { block_storage_id: volume.id },
      body: { size: size || now },
    }),
    about: () => aboutVolume(account, volume),
    done: (_, { size }) => ({
      tone: 'good',
      title: t('grow.done', { name, size: gigabytes(size, locale) }),
      text: t('grow.after'),
    }),
  });
  const size = form.form.watch('size');
  const wrong = (value: number): string | null => {
    if (value <= now) return t('grow.notLarger', { size: gigabytes(now, locale) });
    return value > most ? t('tooLarge', { size: gigabytes(most, locale) }) : null;
  };
  return (
    <FormDialog {...{ form, onClose }} title={t('grow.title', { name })} submit={t('grow.confirm')}>
      <NumberField
        label={t('grow.size')}
        hint={t('grow.hint', { now: gigabytes(now, locale), most: gigabytes(most, locale) })}
        unit="GB"
        min={now}
        max={most}
        step={1}
        {...form.field('size', { required: true, asNumber: true, check: wrong })}
      />
      <Prices
        now={{
          size: now,
          price: { perHour: volume.price_per_hour, perMonth: volume.estimated_monthly_cost },
        }}
        then={
          Number.isInteger(size) && wrong(size) === null
            ? { size, price: priceAt(volume, size, offered) }
            : null
        }
      />
      <Callout>{t('grow.after')}</Callout>
    </FormDialog>
  );
}

interface SizeAndPrice {
  /** GB */
  size: number;
  price: VolumePrice;
}

/** Compares the price now with the new price. @param then null until the size is valid */
function Prices({ now, then }: { now: SizeAndPrice; then: SizeAndPrice | null }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const words = ({ size, price }: SizeAndPrice) => (
    <span className="tabular flex flex-wrap justify-between gap-x-4">
      <span>{gigabytes(size, locale)}</span>
      <span className="sm:text-right">
        {pricePerMonth(price.perMonth, locale)}
        <span className="text-muted block text-sm font-normal">
          {pricePerHour(price.perHour, locale)}
        </span>
      </span>
    </span>
  );
  return (
    <div aria-live="polite">
      <KeyValue
        pairs={[
          { term: t('grow.now'), value: words(now) },
          {
            term: t('grow.then'),
            value: then ? <div className="font-semibold">{words(then)}</div> : null,
          },
        ]}
      />
      {then ? <AccountBalance added={changeOf(then.price.perHour, now.price.perHour)} /> : null}
    </div>
  );
}
