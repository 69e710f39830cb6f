'use client';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { exact } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { readFresh } from '@/lib/query/fetcher';

const two = (value: number) => String(value).padStart(2, '0');

/** The viewer's clock time: `18:04:09`. */
function clock(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}

/** The same with its date, for paper. */
const onPaper = (at: number, locale: Locale): string =>
  exact(new Date(at).toISOString(), locale, -new Date(at).getTimezoneOffset());

/**
 * When the answer was read, and a button that reads it again. Rendered in the browser only, which knows the viewer's
 * clock.
 */
export function Updated({
  query: { dataUpdatedAt: at, refetch },
}: {
  query: { dataUpdatedAt: number; refetch: () => Promise<unknown> };
}) {
  const t = useTranslations('machines');
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const mounted = useInBrowser();
  const refresh = () => {
    setAsking(true);
    void readFresh(refetch).finally(() => setAsking(false));
  };
  return (
    <span className="text-faint tabular flex items-center gap-1 text-sm whitespace-nowrap">
      {mounted && at > 0 ? (
        <span data-paper={t('updated', { time: onPaper(at, locale) })}>
          <span>{t('updated', { time: clock(at) })}</span>
        </span>
      ) : (
        // Keeps the room of what comes, which would push what stands beside it into another line.
        <span aria-hidden className="invisible">
          {t('updated', { time: '00:00:00' })}
        </span>
      )}
      <IconButton
        size="sm"
        label={t('refresh')}
        loading={asking}
        icon={<RotateCw aria-hidden />}
        onClick={refresh}
      />
    </span>
  );
}
