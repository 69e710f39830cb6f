'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Fact, Facts, FactsFrame } from '@/components/ui/fact';
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
    <FactsFrame label={t('costs.title')}>
      <Facts>
        <Fact
          size="words"
          term={
            <>
              {t('costs.title')} <Badge>{t('costs.estimate')}</Badge>
            </>
          }
          value={price(all)}
        />
        <Fact
          size="words"
          term={t('costs.snapshots', { count: facts.snapshots?.length ?? 0 })}
          value={price(snapshots)}
        />
        <Fact
          size="words"
          term={t('costs.backups', { count: facts.backups ?? 0 })}
          value={price(backups)}
        />
      </Facts>
      <p className="text-faint border-line border-t px-4 py-2 text-sm">
        {full
          ? `${t('costs.full', { count: full.backups, price: pricePerMonth(full.all, locale) })} `
          : null}
        {t('costs.how')}
      </p>
    </FactsFrame>
  );
}
