'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { invoiceFilters, type Invoice } from './invoices';

/** The filters of a list of invoices; memoized. @param now milliseconds since 1970, which decides what is overdue */
export function useInvoiceFilters(rows: readonly Invoice[], now: number) {
  const t = useTranslations('billing');
  const locale = useLocale();
  return useMemo(
    () =>
      invoiceFilters(rows, now, locale, {
        state: t('state'),
        period: t('period'),
        of: (state) => t(`states.${state}`),
      }),
    [t, locale, now, rows],
  );
}
