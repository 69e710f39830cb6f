'use client';
import { useLocale, useTranslations } from 'use-intl';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import { addUp, monthHours, spendingOf, type Amount } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';

interface PricedRow {
  price_per_hour: number | null;
  estimated_monthly_cost: number | null;
}

/** Adds up the prices of the rows; null when rows are missing or a price isn't known. */
function sumOf(rows: readonly PricedRow[], whole: boolean): Amount | null {
  const things = rows.map(({ price_per_hour: perHour, estimated_monthly_cost: perMonth }) => ({
    service: 'running' as const,
    perHour,
    perMonth,
  }));
  const sum = addUp(things, { perHour: null, perMonth: null }, []);
  return whole && sum.whole ? sum : null;
}

/**
 * Says below a list what the whole account costs (D78), because the list shows the prices of its own rows only. When
 * the key may not read D78, it says what the rows cost and what is not counted. Needs the messages `instances`.
 * @param whole whether the rows are the complete list
 */
export function AccountCost({ rows, whole }: { rows: readonly PricedRow[]; whole: boolean }) {
  const t = useTranslations('instances.listCost');
  const locale = useLocale();
  const { data, error } = useBackendQuery('D78', {}, { poll: 'slow' });
  const perHour = data ? spendingOf(data) : null;
  const reported = perHour === null ? null : { perHour, perMonth: perHour * monthHours };
  const hidden = error?.problem.code === 'no_access' && !data;
  const amount = hidden ? sumOf(rows, whole) : reported;
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
