'use client';
import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { exact, jakartaOffset } from '@/lib/format';
import type { Expiry } from '@/lib/session/expiry';

/** When a key ends, as it was noted: with a mark when that is soon or over. */
export function KeyExpiry({ expiry: { date, days, state } }: { expiry: Expiry }) {
  const t = useTranslations('account.keys');
  const locale = useLocale();
  // A day without an hour: midnight in Jakarta, so that it stays that day.
  const day = exact(`${date}T00:00:00+07:00`, locale, jakartaOffset, 'date');
  const words =
    state === 'past' ? (
      t('expired', { date: day })
    ) : (
      <>
        <span className="whitespace-nowrap">{t('expires', { date: day })}</span>{' '}
        <span className="whitespace-nowrap">({t('inDays', { days })})</span>
      </>
    );
  if (state === 'later') return <span className="text-muted">{words}</span>;
  return (
    <span className="text-warn flex items-start gap-1.5 font-medium">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words}</span>
    </span>
  );
}
