'use client';
import { useLocale, useTranslations } from 'use-intl';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import { addUp, monthHours, spendingOf, type Amount } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

interface Priced {
  price_per_hour: number | null;
  estimated_monthly_cost: number | null;
}

/** The rows' own prices; null where not all rows are here, or the price of one isn't known. */
function sumOf(rows: readonly Priced[], whole: boolean): Amount | null {
  const things = rows.map(({ price_per_hour: perHour, estimated_monthly_cost: perMonth }) => ({
    service: 'running' as const,
    perHour,
    perMonth,
  }));
  const sum = addUp(things, { perHour: null, perMonth: null }, []);
  return whole && sum.whole ? sum : null;
}

/**
 * What everything in the account costs, below a list that prices a part of it; with a key that sees no bill, what the
 * rows cost, and what that leaves out. Needs the messages `instances`.
 * @param whole whether the rows are all that there are
 */
export function AccountCost({ rows, whole }: { rows: readonly Priced[]; whole: boolean }) {
  const t = useTranslations('instances.listCost');
  const locale = useLocale();
  const { data, error } = useBackendQuery('D78', {}, { poll: 'slow' });
  const perHour = data ? spendingOf(data) : null;
  const told = perHour === null ? null : { perHour, perMonth: perHour * monthHours };
  const hidden = error?.problem.code === 'no_access' && !data;
  const amount = hidden ? sumOf(rows, whole) : told;
  if (!amount) return null;
  return (
    <p className="text-muted mt-3 text-sm">
      {t(hidden ? 'rows' : 'all', {
        hour: pricePerHour(amount.perHour, locale),
        month: pricePerMonth(amount.perMonth, locale),
      })}
    </p>
  );
}
