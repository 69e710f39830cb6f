'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PriceSummary, type PriceSummaryProps } from '@/components/parts/forms/price-summary';
import { isolatedNode } from '@/components/ui/foreign';

interface OrderSummaryProps extends Omit<PriceSummaryProps, 'estimate'> {
  /** What was chosen, besides what the lines of the price say: a term and its value, empty if nothing is chosen. */
  facts: readonly (readonly [ReactNode, string | null | undefined])[];
}

/** What an order costs, how long the balance lasts then, and what is ordered. Needs the messages `order`. */
export function OrderSummary({ facts, children, ...price }: OrderSummaryProps) {
  const t = useTranslations('order');
  return (
    <PriceSummary {...price} estimate>
      {children}
      <dl
        aria-label={t('chosen')}
        className="border-line flex flex-col gap-1 border-t pt-3 text-sm"
      >
        {facts.map(([term, value], index) => (
          <div key={index} className="flex justify-between gap-4">
            <dt className="text-muted shrink-0">{term}</dt>
            <dd className="min-w-0 text-right wrap-anywhere">
              {value ? isolatedNode(value) : <span className="text-faint">{t('notChosen')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </PriceSummary>
  );
}
