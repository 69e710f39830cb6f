'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { ProblemNote } from '@/components/ui/error-state';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import type { Result } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { monthHours } from '@/lib/pricing';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { priceInput } from './inputs';
import type { BackupsContext } from './backups-context';

/** What one copy costs, in rupiah; a part is null where the backend doesn't say it. */
export interface CopyPrice {
  perHour: number | null;
  perMonth: number | null;
}

type PriceQuery<R extends 'D24' | 'D30'> = UseQueryResult<Result<R>, ProblemError>;

/** What a snapshot taken now would cost. */
export function useSnapshotPrice({ instance, machine }: BackupsContext) {
  const tier = machine.tier_id ?? '';
  const input = priceInput(instance, tier);
  const query: PriceQuery<'D24'> = useBackendQuery('D24', input, { enabled: tier !== '' });
  const { estimated_monthly: month = null, price_per_hour: hour = null } = query.data ?? {};
  const perMonth = month ?? (hour === null ? null : hour * monthHours);
  const perHour = hour ?? (month === null ? null : month / monthHours);
  return { query, price: { perHour, perMonth } satisfies CopyPrice };
}

/** What one backup would cost: the backend says its month. */
export function useBackupPrice({ instance, machine }: BackupsContext) {
  const tier = machine.tier_id ?? '';
  const input = priceInput(instance, tier);
  const query: PriceQuery<'D30'> = useBackendQuery('D30', input, { enabled: tier !== '' });
  const perMonth = query.data?.estimated_price ?? null;
  const perHour = perMonth === null ? null : perMonth / monthHours;
  return { query, price: { perHour, perMonth } satisfies CopyPrice };
}

/** The price before the snapshot is taken, or that it isn't known. */
export function SnapshotPrice({ context }: { context: BackupsContext }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const { query, price } = useSnapshotPrice(context);
  if (query.error)
    return (
      <ProblemNote
        problem={query.error.problem}
        what={t('create.priceFailed')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  const disk = context.machine.storage_gb;
  const label =
    disk === null ? t('create.one') : t('create.sized', { size: gigabytes(disk, locale) });
  return (
    <PriceSummary
      estimate
      lines={[{ label, perHour: price.perHour }]}
      perHour={price.perHour}
      perMonth={price.perMonth}
    >
      <p className="text-faint text-sm">{t('create.priceText')}</p>
      <AccountBalance added={price.perHour} ordered={price.perHour} />
    </PriceSummary>
  );
}
