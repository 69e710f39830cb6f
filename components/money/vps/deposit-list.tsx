'use client';
import { Receipt } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dayColumn } from '@/components/money/lists/day-column';
import { PagedList, type Shown } from '@/components/money/lists/paged-list';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Row } from '@/lib/contract/types';
import { monthOf } from '@/lib/format';
import { depositState, depositStates, depositTotal } from '@/lib/money/deposit';
import { monthOfInstant, monthsToChoose } from '@/lib/money/months';
import type { Problem } from '@/lib/problem';
import { useAccount } from '@/lib/query/scope';
import { deposits } from '@/lib/resources/vps';
import { DepositStatus } from './deposit-status';
import { NoMoneyAccess } from './no-access';
import { depositSource } from './sources';

type Deposit = Row<'D79'>;

interface Props {
  /** When the page was made, in milliseconds since 1970: it decides what has expired. */
  now: number;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The deposits of an account. D79 only pages; for search, filters and sorting at most ten pages are read. */
export function DepositList({ now, problem }: Props) {
  const t = useTranslations('vps-billing');
  return (
    <PagedList
      of={depositSource}
      problem={problem}
      failed={t('deposits.failed')}
      noAccess={{ shown: <NoMoneyAccess /> }}
      leftOut={(read, left) =>
        left === null ? t('deposits.leftOutSome', { read }) : t('deposits.leftOut', { read, left })
      }
    >
      {(shown) => <Rows {...{ shown, now }} />}
    </PagedList>
  );
}

function useColumns(now: number): readonly Column<Deposit>[] {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  const account = useAccount();
  return useMemo(() => {
    const word = (key: 'method' | 'note' | 'made' | 'amount' | 'vat' | 'fee' | 'total') =>
      t(`deposits.${key}`);
    return [
      column.name<Deposit>('number', t('deposits.number'), deposits.name, {
        href: ({ id }) => deposits.href(account, id),
      }),
      column.text<Deposit>('status', t('deposits.state'), (row) => depositState(row, now), {
        at: 'under', // long words, which would leave the number too little room
        cell: (row) => <DepositStatus state={depositState(row, now)} word={row.status} />,
        csv: ({ status }) => status,
      }),
      dayColumn<Deposit>('made', word('made'), ({ created_at: at }) => at, locale),
      column.text<Deposit>('method', word('method'), ({ method }) => method),
      column.money<Deposit>('amount', word('amount'), ({ detail }) => detail?.amount ?? null),
      column.money<Deposit>('vat', word('vat'), ({ detail }) => detail?.vat ?? null),
      column.money<Deposit>('fee', word('fee'), ({ detail }) => detail?.payment_fee ?? null),
      column.money<Deposit>('total', word('total'), ({ detail }) => depositTotal(detail)),
      column.text<Deposit>('note', word('note'), ({ description }) => description, {
        hidden: true,
      }),
      column.instant<Deposit>('expires', t('deposits.expires'), ({ expired_at: at }) => at, {
        hidden: true,
        as: 'exact',
      }),
    ];
  }, [t, locale, account, now]);
}

/** The filters by state, method and month. The methods are those of the rows. */
function useFilters(rows: readonly Deposit[], now: number): readonly Filter<Deposit>[] {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  return useMemo(() => {
    const methods = [...new Set(rows.map(({ method }) => method))].filter((name) => name !== null);
    return [
      {
        id: 'state',
        label: t('deposits.state'),
        options: depositStates.map((value) => ({ value, label: t(`deposits.states.${value}`) })),
        of: (row) => depositState(row, now),
      },
      {
        id: 'method',
        label: t('deposits.method'),
        options: methods.sort().map((value) => ({ value, label: value })),
        of: ({ method }) => method,
      },
      {
        id: 'period',
        label: t('deposits.period'),
        options: monthsToChoose(now).map((value) => ({ value, label: monthOf(value, locale) })),
        of: ({ created_at: at }) => monthOfInstant(at),
      },
    ];
  }, [t, locale, now, rows]);
}

function Rows({ shown, now }: { shown: Shown<'D79'>; now: number }) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  return (
    <DataTable
      id="deposits"
      caption={t('deposits.heading')}
      {...shown}
      columns={useColumns(now)}
      filters={useFilters(shown.rows, now)}
      csv={`deposits-${account}`}
      empty={
        <EmptyState framed icon={<Receipt aria-hidden />} title={t('deposits.emptyTitle')}>
          {t('deposits.emptyText')}
        </EmptyState>
      }
    />
  );
}
