'use client';
import { useLocale, useTranslations } from 'use-intl';
import { bytes, number } from '@/lib/format';
import { StoreProblem } from '../store-problem';
import type { Finding } from './use-found';

/** What selected lines hold: how many objects, and their size. */
export function FoundNote({ of: { found, count, problem, again } }: { of: Finding }) {
  const t = useTranslations('storage-list.found');
  const locale = useLocale();
  if (problem) return <StoreProblem {...{ problem }} what={t('failed')} onRetry={again} />;
  return (
    <p role="status" className="tabular">
      {found
        ? t(found.more ? 'more' : 'holds', {
            count: number(found.objects.length, locale),
            size: bytes(found.size, locale),
          })
        : t('counting', { count: number(count, locale) })}
    </p>
  );
}
