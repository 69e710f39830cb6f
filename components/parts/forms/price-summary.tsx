'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { pricePerHour, pricePerMonth } from '@/lib/format';

/** One line of a price. */
export interface PriceLine {
  label: ReactNode;
  /** Rupiah an hour; null if it isn't known. */
  perHour: number | null;
}

export interface PriceSummaryProps {
  lines: readonly PriceLine[];
  perHour: number | null;
  perMonth: number | null;
  /** The console computed the price, so the title says that it is an estimate. */
  estimate?: boolean;
  children?: ReactNode;
}

/** Shows what an order costs an hour and a month, before money is spent. */
export function PriceSummary({ lines, perHour, perMonth, estimate, children }: PriceSummaryProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
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
        <p className="tabular text-xl font-semibold">{pricePerMonth(perMonth, locale)}</p>
        <p className="text-muted tabular text-sm">{pricePerHour(perHour, locale)}</p>
      </div>
      {children}
    </section>
  );
}
