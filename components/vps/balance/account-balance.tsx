'use client';
import { useTranslations } from 'use-intl';
import { BalanceEnd } from '@/components/parts/forms/balance-end';
import { serverTime } from '@/lib/clock';
import { balanceOf, spendingOf } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/**
 * When the account's balance ends after a change, D78.
 * @param added rupiah an hour that the change adds, less than 0 where it saves; null while it isn't known
 * @param ordered rupiah an hour of what is ordered; null where nothing is
 */
export function AccountBalance({
  added,
  ordered = null,
}: {
  added: number | null;
  ordered?: number | null;
}) {
  const t = useTranslations('ui');
  const { data, error, dataUpdatedAt } = useBackendQuery('D78', {});
  if (error && !data) {
    const hidden = error.problem.code === 'no_access';
    return (
      <p className="text-faint text-sm">{t(hidden ? 'balanceEnd.hidden' : 'balanceEnd.failed')}</p>
    );
  }
  const balance = data ? balanceOf(data) : null;
  if (!data || balance === null) return null;
  const spending = spendingOf(data);
  return <BalanceEnd {...{ balance, spending, added, ordered }} at={serverTime(dataUpdatedAt)} />;
}
