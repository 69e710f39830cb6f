'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAddressPrice } from '@/components/vps/addresses/use-address-price';
import { KeyValue } from '@/components/ui/key-value';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { Figure } from '../offers/figure';

/** Shows other prices, such as those of addresses, and says where to find those that can't be read in advance. */
export function FurtherPrices({ location }: { location: string }) {
  const account = useAccount();
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  const machines = (chunks: ReactNode) => (
    <TextLink href={paths.instances(account)}>{chunks}</TextLink>
  );
  return (
    <KeyValue
      pairs={[
        { term: m('publicAddress'), value: <Address location={location} /> },
        { term: t('further.backups'), value: t('further.backupsText') },
        { term: t('further.snapshots'), value: t.rich('further.snapshotsText', { machines }) },
      ]}
    />
  );
}

function Address({ location }: { location: string }) {
  const t = useTranslations('prices');
  const { perHour, perMonth, loading, error } = useAddressPrice(location);
  if (loading) return <Skeleton className="h-4 w-32" />;
  if (perHour === null && perMonth === null)
    return t(error ? 'further.addressFailed' : 'further.addressUnknown');
  return (
    <>
      <Figure perHour={perHour} perMonth={perMonth} />
      <span className="text-muted block text-sm">{t('further.addressText')}</span>
    </>
  );
}
