'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { cx } from '@/components/ui/cx';
import { duration, rupiah } from '@/lib/format';
import { balanceCover, monthHours } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

interface BalanceProps {
  /** Rupiah an hour of the machine, running, after the change; null where it isn't known. */
  perHour: number | null;
  /** Rupiah an hour that it is charged already. */
  now: number | null;
  /** What is to be done: a new machine is made, or one is changed. */
  words?: 'wizard' | 'lifecycle';
}

/** Whether the balance allows a change: how long it lasts with the machine running as it then is and all else as now. */
export function Balance({ perHour, now, words = 'lifecycle' }: BalanceProps) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { data, error } = useBackendQuery('D78', {});
  if (error && !data) {
    const hidden = error.problem.code === 'no_access';
    return (
      <p className="text-faint text-sm">
        {t(hidden ? 'wizard.balanceHidden' : 'wizard.balanceFailed')}
      </p>
    );
  }
  const balance = data?.actual_balance ?? data?.current_balance;
  if (balance === null || balance === undefined) return null;
  const cover = balanceCover(balance, data?.current_hour_cost ?? null, (perHour ?? 0) - (now ?? 0));
  const short = perHour !== null && !balanceCover(balance, null, perHour).firstDay;
  // Nobody plans beyond a year: “3.512 days” says less than that it is long.
  const long = words === 'lifecycle' && cover.hours !== null && cover.hours > monthHours * 12;
  return (
    <div
      aria-live="polite"
      className={cx(
        'border-line flex flex-col gap-2 border-t',
        words === 'wizard' ? 'pt-3' : 'pt-2 text-sm',
      )}
    >
      <p className="flex justify-between gap-4">
        <span className="text-muted">{t('wizard.balance')}</span>
        <span className="tabular font-medium">{rupiah(balance)}</span>
      </p>
      {perHour === null || cover.hours === null ? null : (
        <p className="text-muted text-sm">
          {long
            ? t('lifecycle.lastsLong')
            : t(`${words}.lasts`, { span: duration(cover.hours * 3600, locale) })}
        </p>
      )}
      {short ? (
        <Callout tone="warn" title={t('wizard.shortTitle')}>
          {t('wizard.shortNeeds', { day: rupiah(perHour * 24) })} {t(`${words}.shortText`)}
        </Callout>
      ) : null}
    </div>
  );
}
