'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Locale } from '@/lib/intl/locales';
import {
  amountIn,
  invoiceMonth,
  invoiceState,
  invoiceTotal,
  isRupiah,
  leftToPay,
  periodWords,
} from '@/lib/money/invoice';
import { invoices } from '@/lib/resources/awanio';
import { dayColumn } from '../lists/day-column';
import { InvoiceStatus } from './invoice-status';
import type { Invoice } from './invoices';

/**
 * Makers of columns with an amount in a row's own currency, and with a day of Jakarta. In a file an amount that isn't
 * rupiah is a text, so that no sum adds it to the others.
 */
export const invoiceCells = <Row extends { currency: string | null }>(locale: Locale) => ({
  money: (id: string, header: string, of: (row: Row) => number | null) =>
    column.money<Row>(id, header, of, {
      cell: (row) => amountIn(row.currency, of(row), locale),
      csv: (row) => {
        const amount = of(row);
        return isRupiah(row.currency) || amount === null
          ? amount
          : amountIn(row.currency, amount, locale);
      },
    }),
  day: (id: string, header: string, of: (row: Row) => string | null) =>
    dayColumn<Row>(id, header, of, locale),
});

/**
 * The columns of a list; memoized.
 * @param orgOf the organization of a row, memoized
 * @param now milliseconds since 1970, which decides what is overdue
 */
export function useInvoiceColumns<Row extends Invoice>(
  orgOf: (row: Row) => string,
  now: number,
): readonly Column<Row>[] {
  const t = useTranslations('billing');
  const locale = useLocale();
  return useMemo(() => {
    const state = (row: Row) => invoiceState(row, now);
    const { money, day } = invoiceCells<Row>(locale);
    const text = (id: string, header: string, of: (row: Row) => string | null) =>
      column.text<Row>(id, header, of, { hidden: true });
    return [
      column.name<Row>('number', t('number'), invoices.name, {
        href: (row) => invoices.href({ org: orgOf(row) }, invoices.id(row)),
      }),
      column.text<Row>('status', t('state'), (row) => t(`states.${state(row)}`), {
        at: 'state',
        cell: (row) => <InvoiceStatus state={state(row)} />,
      }),
      column.text<Row>('for', t('period'), invoiceMonth, {
        cell: (row) => periodWords(row, locale),
      }),
      day('due', t('due'), (row) => row.due_date),
      money('total', t('total'), invoiceTotal),
      money('left', t('left'), leftToPay),
      { ...money('tax', t('tax'), (row) => row.tax_amount), hidden: true },
      text('billedTo', t('billedTo'), (row) => row.billed_to),
      text('method', t('method'), (row) => row.billing_method),
      { ...day('made', t('made'), (row) => row.created_at), hidden: true },
    ];
  }, [t, locale, orgOf, now]);
}
