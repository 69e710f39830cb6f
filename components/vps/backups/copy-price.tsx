'use client';
import { useLocale, useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { TroubleNote } from '@/components/parts/answers/trouble-note';
import type { Detail } from '@/components/vps/instances/use-instance';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { gigabytes } from '@/lib/format';
import { monthHours } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { priceInput } from './inputs';
import { useBackupsTab } from './backups-context';

/** Reads what one backup of a machine costs in rupiah a month (D30); null when the backend doesn't say. */
export function useBackupPrice({ uuid, tier_id: tier }: Detail): number | null {
  const query = useBackendQuery('D30', priceInput(uuid, tier ?? ''), { enabled: Boolean(tier) });
  return query.data?.estimated_price ?? null;
}

/** Shows the price of a snapshot (D24) before it is taken, or that the price isn't known. */
export function SnapshotPrice() {
  const t = useTranslations('backups');
  const locale = useLocale();
  const { uuid, tier_id: tier, storage_gb: disk } = useBackupsTab().machine;
  const query = useBackendQuery('D24', priceInput(uuid, tier ?? ''), { enabled: Boolean(tier) });
  if (query.error) return <TroubleNote query={query} what={t('create.priceFailed')} />;
  const { estimated_monthly: month = null, price_per_hour: hour = null } = query.data ?? {};
  const perMonth = month ?? (hour === null ? null : hour * monthHours);
  const perHour = hour ?? (month === null ? null : month / monthHours);
  const label =
    disk === null ? t('create.one') : t('create.sized', { size: gigabytes(disk, locale) });
  return (
    <PriceSummary estimate lines={[{ label, perHour }]} perHour={perHour} perMonth={perMonth}>
      <p className="text-faint text-sm">{t('create.priceText')}</p>
      <AccountBalance added={perHour} ordered={perHour} />
    </PriceSummary>
  );
}
