'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import { Skeleton } from '@/components/ui/skeleton';
import type { Amount } from '@/lib/pricing';
import { Figure } from '../offers/figure';
import type { PricedTier } from './priced-tier';

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

/** Makes a column with the prices of a tier. */
export const tierColumn = <Row,>(
  { id, name }: PricedTier,
  cell: (row: Row) => ReactNode,
  className?: string,
): Column<Row> => ({ id, header: name, numeric: true, className, cell });
