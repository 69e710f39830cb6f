'use client';
import { useTranslations } from 'use-intl';
import { BalanceEnd, ChangeADay } from '@/components/parts/forms/balance-end';
import { serverTime } from '@/lib/clock';
import { balanceOf, spendingOf } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/**
 * Says what a change costs a day, and when the account's balance (D78) runs out after it.
 * @param added rupiah an hour that the change adds, below 0 when it saves; null while it isn't known
 * @param ordered rupiah an hour of what is ordered; null when the change orders nothing
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
      <>
        <ChangeADay added={added} />
        <p className="text-faint text-sm">
          {t(hidden ? 'balanceEnd.hidden' : 'balanceEnd.failed')}
        </p>
      </>
    );
  }
  const balance = data ? balanceOf(data) : null;
  if (!data || balance === null) return <ChangeADay added={added} />;
  const spending = spendingOf(data);
  return <BalanceEnd {...{ balance, spending, added, ordered }} at={serverTime(dataUpdatedAt)} />;
}
