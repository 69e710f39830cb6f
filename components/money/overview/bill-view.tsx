'use client';
import { useLocale, useTranslations } from 'use-intl';
import { BarChart } from '@/components/parts/charts/bar-chart';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { monthOf } from '@/lib/format';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { byService, invoiceItems, reportLines, type BilledLine } from './billed';
import type { LatestBill } from './read-money';

/** What the latest bill was made of. It is read when it is shown. */
export function BillView({ bill }: { bill: LatestBill | null }) {
  const t = useTranslations('money-overview.costs');
  if (bill === null) return <p className="text-muted text-sm">{t('noBill')}</p>;
  return bill.kind === 'report' ? <Report {...bill} /> : <InvoiceOf {...bill} />;
}

function Report({ account, day, month }: Extract<LatestBill, { kind: 'report' }>) {
  const answer = useBackendQuery('D89', { params: { summary_date: day } }, { account });
  return <Lines {...{ answer, month }} lines={answer.data ? reportLines(answer.data) : null} />;
}

function InvoiceOf({ invoice, month }: Extract<LatestBill, { kind: 'invoice' }>) {
  const answer = useBackendQuery('A46', { params: { uuid: invoice } });
  return (
    <Lines {...{ answer, month }} lines={answer.data ? invoiceItems(answer.data) : null} tax />
  );
}

/** The services in words, where the provider's name is one that we know. */
function useServiceWords() {
  const t = useTranslations('billing.kinds');
  const own = useTranslations('money-overview.costs');
  const known: Record<string, string> = {
    vm: t('vm'),
    volume: t('volume'),
    ipaddress: t('ipaddress'),
    baremetal: t('baremetal'),
    kubernetes: t('kubernetes'),
  };
  return (service: string | null) =>
    service === null ? own('otherService') : (known[service] ?? service);
}

function Lines({
  answer: { error },
  lines,
  month,
  tax = false,
}: {
  answer: Pick<ReturnType<typeof useBackendQuery>, 'error'>;
  lines: readonly BilledLine[] | null;
  month: string | null;
  /** The amounts are without tax. */
  tax?: boolean;
}) {
  const t = useTranslations('money-overview.costs');
  const locale = useLocale();
  const words = useServiceWords();
  if (error && lines === null)
    return <ProblemNote problem={error.problem} what={t('billFailed')} />;
  if (lines === null) return <Skeleton className="h-40 w-full" />;
  const of = month === null ? '' : ` · ${monthOf(month, locale)}`;
  return (
    <div className="grid min-w-0 gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <PlainTable<BilledLine>
          caption={`${t('bill')}${of}`}
          columns={[
            column.text('name', t('name'), ({ name }) => name, { main: true }),
            column.text('what', t('what'), ({ service }) => words(service), {
              className: 'text-muted',
            }),
            column.money('amount', t('amount'), ({ amount }) => amount),
          ]}
          rows={lines}
          rowId={({ id }) => id}
        />
        <p className="text-faint pt-2 text-xs">
          {t('hintBill', { month: month === null ? '–' : monthOf(month, locale) })}{' '}
          {tax ? t('tax') : null}
        </p>
      </div>
      <BarChart
        rows
        label={`${t('billChart')}${of}`}
        xLabel={t('service')}
        series={[{ key: 'amount', label: t('amount') }]}
        points={byService(lines).map(([service, amount]) => ({
          x: words(service),
          values: { amount },
        }))}
        format="rupiah"
        height="sm"
      />
    </div>
  );
}
