'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { PriceSummary } from '@/components/forms/price-summary';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { LocationField } from '@/components/networks/location-field';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { aboutAddress } from './address';
import { useAddressPrice } from './use-address-price';

/** Orders a public address, D59, its price first. Default export because `lazy` asks for one. */
export default function CreateDialog({
  account,
  onClose,
}: {
  account: string;
  onClose: () => void;
}) {
  const t = useTranslations('addresses');
  const locations = useBackendQuery('D75', {}, { account });
  const nameOf = (id: number | string) =>
    locations.data?.data.find((one) => one.id === String(id))?.name ?? String(id);
  const { field, form, onSubmit, pending, problem, loose } = useBackendForm('D59', {
    account,
    defaults: { location_id: '' },
    input: ({ location_id }) => ({ body: { location_id } }),
    about: ({ body }, made) =>
      aboutAddress(account, made ?? { uuid: null, ip_address: nameOf(body.location_id) }),
    onDone: ({ ip_address }) => {
      toast({
        tone: 'good',
        title:
          ip_address === null ? t('create.doneUnnamed') : t('create.done', { name: ip_address }),
      });
      onClose();
    },
  });
  const location = form.watch('location_id');
  return (
    <Dialog open onClose={onClose} title={t('create.label')} locked={pending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <LocationField
          query={locations}
          hint={t('create.hint')}
          value={location}
          {...field('location_id', { required: true })}
        />
        {location === '' ? null : <Price account={account} location={location} />}
        {location === '' ? null : (
          <RequestPanel of="D59" input={{ body: { location_id: location } }} />
        )}
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

function Price({ account, location }: { account: string; location: string }) {
  const t = useTranslations('addresses');
  const { perHour, perMonth, asking } = useAddressPrice(account, location);
  if (asking) return <Skeleton className="h-32" />;
  return (
    <PriceSummary
      lines={[{ label: t('create.line'), perHour }]}
      perHour={perHour}
      perMonth={perMonth}
    >
      {perMonth === null ? <p className="text-warn text-sm">{t('create.noPrice')}</p> : null}
      <p className="text-faint text-sm">{t('create.charged')}</p>
    </PriceSummary>
  );
}
