'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import { Skeleton } from '@/components/ui/skeleton';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Amount } from '@/lib/pricing';
import type { PricedTier } from './priced-tier';

/** A price by the month, and under it by the hour. */
export function Figure({ perHour, perMonth }: Amount) {
  const locale = useLocale();
  return (
    <>
      <span className="block">{pricePerMonth(perMonth, locale)}</span>
      <span className="text-muted block text-xs font-normal">{pricePerHour(perHour, locale)}</span>
    </>
  );
}

/** A price in a tier: on its way, not to be had, or there. */
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

/** What a row is of, with a line about it: the content of its main cell. */
export function RowName({ about, children }: { about?: ReactNode; children: ReactNode }) {
  return (
    <span className="block text-left">
      {children}
      {about ? <span className="text-muted block text-xs font-normal">{about}</span> : null}
    </span>
  );
}

/** A column of prices in a tier. */
export const tierColumn = <Row,>(
  { id, name }: PricedTier,
  cell: (row: Row) => ReactNode,
  className?: string,
): Column<Row> => ({ id, header: name, numeric: true, className, cell });
