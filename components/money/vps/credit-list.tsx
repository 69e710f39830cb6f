'use client';
import { ArrowLeftRight } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { DataTable, type ServerPages } from '@/components/parts/tables/data-table';
import { usePageRead } from '@/components/parts/tables/use-page-read';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import { EmptyState } from '@/components/ui/empty-state';
import type { Row } from '@/lib/contract/types';
import { signedRupiah } from '@/lib/format';
import { movementOf } from '@/lib/money/month-end';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useAccount } from '@/lib/query/scope';
import { CreditBalances } from './credit-balances';
import { NoMoneyAccess } from './no-access';
import { PeriodFields } from './period-fields';
import { askedPeriod, creditsInput } from './sources';

type Credit = Row<'D82'>;
const idOf = ({ id }: Credit) => id;

interface Props {
  /** When the page was made, in milliseconds since 1970: the months to choose end with its month. */
  now: number;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The movements of an account's balance, D82. The backend filters them by way and period, and pages them. */
export function CreditList({ now, problem }: Props) {
  const t = useTranslations('vps-billing');
  const params = useSearchParams();
  const input = useMemo(() => creditsInput(params), [params]);
  const query = useBackendQuery('D82', input, { keep: true, poll: 'slow' });
  usePageWithin(query.data);
  const read = usePageRead('D82', creditsInput);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('credits.failed')}
      noAccess={{ shown: <NoMoneyAccess /> }}
    >
      {({ data, page }) => (
        <>
          <PeriodFields now={now} />
          <CreditBalances rows={data} />
          <div
            aria-busy={query.isPlaceholderData}
            className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
          >
            <Rows
              rows={data}
              server={{ pages: page?.last_page ?? null, total: page?.total ?? null, read }}
              tools={<Updated query={query} />}
            />
          </div>
        </>
      )}
    </Live>
  );
}

/** The amount with the sign of its way, in the balance. */
const signed = (row: Credit) => movementOf(row).amount;

function useColumns(): readonly Column<Credit>[] {
  const t = useTranslations('vps-billing');
  return useMemo(
    () =>
      column.unsorted<Credit>([
        column.text('what', t('credits.what'), ({ description }) => description, { main: true }),
        column.instant('time', t('credits.time'), ({ created_at: at }) => at, {
          as: 'exact',
          at: 'under',
        }),
        column.money('amount', t('credits.amount'), signed, {
          cell: (row) => signedRupiah(signed(row)),
        }),
        column.money('after', t('credits.after'), ({ balance_after: after }) => after),
      ]),
    [t],
  );
}

/** The filter by way; the backend filters. */
function useFilters(): readonly Filter<Credit>[] {
  const t = useTranslations('vps-billing');
  return useMemo(() => {
    const options = (['A', 'D'] as const).map((value) => ({
      value,
      label: t(`credits.ways.${value}`),
    }));
    return [{ id: 'type', label: t('credits.way'), options }];
  }, [t]);
}

function Rows(props: {
  rows: readonly Credit[];
  server: ServerPages<Credit>;
  tools: React.ReactNode;
}) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  const { start, end } = askedPeriod(useSearchParams());
  const narrow = start !== null || end !== null;
  return (
    <DataTable
      id="credits"
      caption={t('credits.heading')}
      {...props}
      columns={useColumns()}
      rowId={idOf}
      filters={useFilters()}
      csv={`credits-${account}`}
      empty={
        <EmptyState
          framed
          icon={<ArrowLeftRight aria-hidden />}
          title={t(narrow ? 'credits.emptyPeriodTitle' : 'credits.emptyTitle')}
        >
          {t(narrow ? 'credits.emptyPeriodText' : 'credits.emptyText')}
        </EmptyState>
      }
    />
  );
}
