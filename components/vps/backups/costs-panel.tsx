'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { pricePerMonth } from '@/lib/format';
import { monthly, type MonthlyFacts } from './monthly';

/** Shows what all snapshots and backups cost a month; shows nothing when there are none and no schedule makes any. */
export function CostsPanel(facts: MonthlyFacts) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const { snapshots, backups, all, full } = monthly(facts);
  if (all === 0 && !full) return null;
  const price = (amount: number | null) =>
    amount === null ? t('costs.unknown') : pricePerMonth(amount, locale);
  return (
    <section
      aria-label={t('costs.title')}
      className="border-line bg-surface grid gap-x-8 gap-y-3 rounded-md border p-4 sm:grid-cols-[auto_auto_1fr] md:justify-start"
    >
      <Figure
        strong
        term={
          <>
            {t('costs.title')} <Badge>{t('costs.estimate')}</Badge>
          </>
        }
      >
        {price(all)}
      </Figure>
      <Figure term={t('costs.snapshots', { count: facts.snapshots?.length ?? 0 })}>
        {price(snapshots)}
      </Figure>
      <Figure term={t('costs.backups', { count: facts.backups ?? 0 })}>{price(backups)}</Figure>
      <p className="text-faint text-sm sm:col-span-3">
        {full
          ? `${t('costs.full', { count: full.backups, price: pricePerMonth(full.all, locale) })} `
          : null}
        {t('costs.how')}
      </p>
    </section>
  );
}

interface FigureProps {
  term: ReactNode;
  strong?: boolean;
  children: ReactNode;
}

function Figure({ term, strong = false, children }: FigureProps) {
  return (
    <div>
      <p className="text-muted text-sm">{term}</p>
      <p className={strong ? 'tabular text-lg font-semibold' : 'tabular text-lg'}>{children}</p>
    </div>
  );
}
