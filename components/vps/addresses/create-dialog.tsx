'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { LocationField } from '@/components/parts/machines/location-field';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Skeleton } from '@/components/ui/skeleton';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { aboutAddress } from './address';
import { useAddressPrice } from './use-address-price';

/**
 * The dialog that orders a public address (D59). It shows the price before the order is sent.
 * @param start id of the location that it starts with
 */
export function CreateDialog({ onClose, start = '' }: DialogProps & { start?: string }) {
  const account = useAccount();
  const t = useTranslations('addresses');
  const locations = useBackendQuery('D75', {});
  const nameOf = (id: number | string) =>
    locations.data?.data.find((one) => one.id === String(id))?.name ?? String(id);
  const form = useDialogForm('D59', {
    onClose,
    defaults: { location_id: start },
    input: (body) => ({ body }),
    about: ({ body }, made) =>
      aboutAddress(account, made ?? { uuid: null, ip_address: nameOf(body.location_id) }),
    done: ({ ip_address: name }) =>
      name === null ? t('create.doneUnnamed') : t('create.done', { name }),
  });
  const location = form.form.watch('location_id');
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('create.label')}
      submit={t('create.label')}
      reason={location === '' ? t('create.locationFirst') : null}
    >
      <LocationField form={form} name="location_id" hint={t('create.hint')} />
      {location === '' ? null : <Price location={location} />}
    </FormDialog>
  );
}

function Price({ location }: { location: string }) {
  const t = useTranslations('addresses');
  const { perHour, perMonth, loading } = useAddressPrice(location);
  if (loading) return <Skeleton className="h-32" />;
  return (
    <PriceSummary
      lines={[{ label: t('create.line'), perHour }]}
      perHour={perHour}
      perMonth={perMonth}
    >
      {perMonth === null ? <p className="text-warn text-sm">{t('create.noPrice')}</p> : null}
      <p className="text-faint text-sm">{t('create.charged')}</p>
      <AccountBalance added={perHour} ordered={perHour} />
    </PriceSummary>
  );
}
