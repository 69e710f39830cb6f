'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import { Skeleton } from '@/components/ui/skeleton';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';
import type { PricedTier } from './priced-tier';

/** Shows a price a month, and under it the price an hour. */
export function Figure({ perHour, perMonth }: Amount) {
  const locale = useLocale();
  return (
    <>
      <span className="block">{pricePerMonth(perMonth, locale)}</span>
      <span className="text-muted block text-xs font-normal">{pricePerHour(perHour, locale)}</span>
    </>
  );
}

/** Shows a price in a tier, that it is loading, or that there is none. */
export function TierFigure({ tier, amount }: { tier: PricedTier; amount: Amount | undefined }) {
  const t = useTranslations('prices');
  if (tier.rows === null && !tier.failed) return <Skeleton className="ml-auto h-4 w-20" />;
  if (amount) return <Figure {...amount} />;
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('unknown')}</span>
    </span>
  );
}

/** The content of a row's main cell: its name, and a line about it. */
export function RowName({ about, children }: { about?: ReactNode; children: ReactNode }) {
  return (
    <span className="block text-left">
      {children}
      {about ? <span className="text-muted block text-xs font-normal">{about}</span> : null}
    </span>
  );
}

/** Makes a column with the prices of a tier. */
export const tierColumn = <Row,>(
  { id, name }: PricedTier,
  cell: (row: Row) => ReactNode,
  className?: string,
): Column<Row> => ({ id, header: name, numeric: true, className, cell });
