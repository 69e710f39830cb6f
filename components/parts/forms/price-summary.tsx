'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { duration, pricePerHour, pricePerMonth, rupiah } from '@/lib/format';

export interface PriceLine {
  label: ReactNode;
  /** Rupiah an hour; null where it isn't known. */
  perHour: number | null;
}

export interface PriceSummaryProps {
  lines: readonly PriceLine[];
  perHour: number | null;
  perMonth: number | null;
  /** The balance in rupiah. Left out where the viewer may not see it, or where the account is billed afterwards. */
  balance?: number | null;
  /** The price is calculated here and not given by the provider; the summary says so. */
  estimate?: boolean;
  children?: ReactNode;
}

/** The price an hour and a month, and how long the balance lasts. */
export function PriceSummary({
  lines,
  perHour,
  perMonth,
  balance,
  estimate,
  children,
}: PriceSummaryProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const known = typeof balance === 'number' ? balance : null;
  const hours = known !== null && perHour ? known / perHour : null;
  return (
    <section
      aria-label={t('price')}
      className="border-line bg-surface flex w-full flex-col gap-3 self-start rounded-md border p-4"
    >
      <h2 className="text-base">{estimate ? t('priceEstimate') : t('price')}</h2>
      <dl className="flex flex-col gap-1 text-sm">
        {lines.map((line, index) => (
          <div key={index} className="flex justify-between gap-4">
            <dt className="text-muted min-w-0">{line.label}</dt>
            <dd className="numeric">{pricePerHour(line.perHour, locale)}</dd>
          </div>
        ))}
      </dl>
      <div className="border-line border-t pt-2" aria-live="polite">
        <p className="tabular text-lg font-semibold">{pricePerMonth(perMonth, locale)}</p>
        <p className="text-muted tabular text-sm">{pricePerHour(perHour, locale)}</p>
      </div>
      {known === null ? null : (
        <p className="text-muted text-sm">
          {t('balance')} <span className="text-ink tabular font-medium">{rupiah(known)}</span>
          {hours === null
            ? null
            : ` · ${t('balanceLasts', { span: duration(hours * 3600, locale) })}`}
        </p>
      )}
      {hours !== null && hours < 1 ? <Callout tone="warn">{t('balanceShort')}</Callout> : null}
      {children}
    </section>
  );
}
