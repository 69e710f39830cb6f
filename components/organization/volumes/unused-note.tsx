'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { pricePerMonth } from '@/lib/format';
import { unusedOf, type Volume } from './volume';

/** Warns that the organization pays for volumes that no machine uses. */
export function UnusedNote({ rows }: { rows: readonly Volume[] }) {
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const { count, perMonth } = unusedOf(rows);
  if (count === 0) return null;
  const price = perMonth === null ? t('unknownPrice') : pricePerMonth(perMonth, locale);
  return (
    <div className="mb-3">
      <Callout tone="warn">{t('unusedCost', { count, price })}</Callout>
    </div>
  );
}
