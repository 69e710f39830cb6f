'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { invoiceMonth, invoiceState, type InvoiceState } from '@/lib/money/invoice';
import { invoiceFilters, type FilteredBy, type Invoice } from './invoices';

/** The filters of a list of invoices; memoized. @param now milliseconds since 1970 @param by memoized */
export function useFiltersBy<Row>(rows: readonly Row[], now: number, by: FilteredBy<Row>) {
  const t = useTranslations('billing');
  const locale = useLocale();
  return useMemo(() => {
    const words = {
      state: t('state'),
      period: t('period'),
      of: (state: InvoiceState) => t(`states.${state}`),
    };
    return invoiceFilters(rows, now, locale, words, by);
  }, [t, locale, now, rows, by]);
}

/** The filters of the invoices of an organization. @param now milliseconds since 1970, which decides what is overdue */
export function useInvoiceFilters(rows: readonly Invoice[], now: number) {
  const by = useMemo(
    () => ({ state: (row: Invoice) => invoiceState(row, now), month: invoiceMonth }),
    [now],
  );
  return useFiltersBy(rows, now, by);
}
