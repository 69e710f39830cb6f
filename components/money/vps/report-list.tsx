'use client';
import { ChartColumn } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dayColumn } from '@/components/money/lists/day-column';
import { PagedList, type Shown } from '@/components/money/lists/paged-list';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Status } from '@/components/ui/status';
import type { Row } from '@/lib/contract/types';
import { monthOf } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useAccount } from '@/lib/query/scope';
import { reports } from '@/lib/resources/vps';
import { NoMoneyAccess } from './no-access';
import { reportSource } from './sources';

type Report = Row<'D88'>;
const stateOf = ({ fully_settle: settled }: Report) =>
  settled === null ? null : settled ? 'settled' : 'open';

/** The monthly reports of an account. D88 only pages. @param problem why the server couldn't read the list */
export function ReportList({ problem }: { problem: Problem | null }) {
  const t = useTranslations('vps-billing');
  return (
    <PagedList
      of={reportSource}
      problem={problem}
      failed={t('reports.failed')}
      noAccess={{ shown: <NoMoneyAccess /> }}
      leftOut={(read, left) =>
        left === null ? t('reports.leftOutSome', { read }) : t('reports.leftOut', { read, left })
      }
    >
      {(shown) => <Rows shown={shown} />}
    </PagedList>
  );
}

/** Shows whether a report is settled. */
function Settled({ report }: { report: Report }) {
  const t = useTranslations('vps-billing');
  const state = stateOf(report);
  if (state === null) return '–';
  return (
    <Status group={state === 'settled' ? 'run' : 'busy'}>{t(`reports.states.${state}`)}</Status>
  );
}

function useColumns(): readonly Column<Report>[] {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  const account = useAccount();
  return useMemo(() => {
    const month = (row: Report) => monthOf(reports.name(row), locale);
    return [
      column.name<Report>('month', t('reports.month'), month, {
        href: ({ billing_date: day }) =>
          day === null ? reports.page(account) : reports.href(account, day),
        sort: ({ billing_periode: of }) => of,
      }),
      column.text<Report>('settled', t('reports.state'), stateOf, {
        cell: (row) => <Settled report={row} />,
      }),
      dayColumn<Report>('date', t('reports.date'), ({ billing_date: day }) => day, locale),
      column.text<Report>('said', t('reports.said'), ({ status }) => status, { hidden: true }),
      column.text<Report>('file', t('reports.download'), ({ can_download: can }) =>
        can === null ? null : t(can ? 'reports.yes' : 'reports.no'),
      ),
      column.money<Report>('total', t('reports.total'), ({ total }) => total),
    ];
  }, [t, locale, account]);
}

function useFilters(): readonly Filter<Report>[] {
  const t = useTranslations('vps-billing');
  return useMemo(() => {
    const options = (['settled', 'open'] as const).map((value) => ({
      value,
      label: t(`reports.states.${value}`),
    }));
    return [{ id: 'state', label: t('reports.state'), options, of: stateOf }];
  }, [t]);
}

function Rows({ shown }: { shown: Shown<'D88'> }) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  return (
    <DataTable
      id="reports"
      caption={t('reports.heading')}
      {...shown}
      columns={useColumns()}
      filters={useFilters()}
      csv={`reports-${account}`}
      empty={
        <EmptyState framed icon={<ChartColumn aria-hidden />} title={t('reports.emptyTitle')}>
          {t('reports.emptyText')}
        </EmptyState>
      }
    />
  );
}
