'use client';
import { Receipt } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { DownloadButton } from '@/components/money/documents/download-button';
import { InvoiceStatus } from '@/components/money/invoices/invoice-status';
import { dayColumn } from '@/components/money/lists/day-column';
import { PagedList, type Shown } from '@/components/money/lists/paged-list';
import { Live } from '@/components/parts/answers/live';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { Result, Row } from '@/lib/contract/types';
import { monthOf, rupiah } from '@/lib/format';
import { postpaidInvoice, postpaidMonth } from '@/lib/money/account-invoice';
import { paths } from '@/lib/paths';
import { downloads } from '@/lib/paths/downloads';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useAccount } from '@/lib/query/scope';
import { postpaidInvoices } from '@/lib/resources/vps';
import { Facts } from './facts';
import { NoMoneyAccess } from './no-access';
import { postpaidSource } from './sources';

type Invoice = Row<'D84'>;
type Summary = Result<'D83'>;

/** What an invoice says, in the form of all accounts' invoices. Its place isn't needed here. */
const told = (row: Invoice) => postpaidInvoice(row, { key: '', name: '' });
const states = ['open', 'paid', 'nothing', 'cancelled'] as const;

/** How many invoices there are in all; null if the summary doesn't tell. */
const countOf = ({ total_paid: paid, total_unpaid: unpaid }: Summary): number | null =>
  paid === null && unpaid === null ? null : (paid ?? 0) + (unpaid ?? 0);

/**
 * The invoices of a postpaid account: the figures of all (D83), and those of the current month (D84).
 * @param problem why the server couldn't read the list; the browser reads it again
 */
export function PostpaidList({ problem }: { problem: Problem | null }) {
  const t = useTranslations('vps-billing');
  const summary = useBackendQuery('D83', {}, { poll: 'slow' });
  const count = summary.data ? countOf(summary.data) : null;
  return (
    <PagedList
      of={postpaidSource}
      problem={problem}
      failed={t('invoices.failed')}
      noAccess={{ shown: <NoMoneyAccess /> }}
      leftOut={(read, left) =>
        left === null ? t('invoices.leftOutSome', { read }) : t('invoices.leftOut', { read, left })
      }
    >
      {(shown, { data, page }) => (
        <>
          <Live query={summary} failed={t('invoices.figuresFailed')} part outline={null}>
            {(figures) => (
              <Figures figures={figures} older={olderThan(figures, page?.total ?? data.length)} />
            )}
          </Live>
          <Rows {...{ shown, count }} />
        </>
      )}
    </PagedList>
  );
}

/** How many invoices the provider counts but doesn't list. */
const olderThan = (figures: Summary, listed: number): number =>
  Math.max(0, (countOf(figures) ?? 0) - listed);

/** All of D83 as figures, and what of it isn't listed. Nothing where the account has no invoices: it is prepaid then. */
function Figures({ figures, older }: { figures: Summary; older: number }) {
  const t = useTranslations('vps-billing.invoices');
  const of = (count: number | null) => (count === null ? {} : { note: t('count', { count }) });
  if (countOf(figures) === 0) return null;
  return (
    <section aria-label={t('figures')} className="mb-4">
      <Facts
        facts={[
          {
            term: t('unpaid'),
            value: rupiah(figures.total_unpaid_amount),
            ...of(figures.total_unpaid),
          },
          { term: t('paid'), value: rupiah(figures.total_paid_amount), ...of(figures.total_paid) },
          { term: t('month'), value: rupiah(figures.est_month_cost) },
        ]}
      />
      <p className="text-muted mt-2 max-w-prose">
        {t('current')} {older > 0 ? t('older', { count: older }) : null}
      </p>
    </section>
  );
}

function useColumns(): readonly Column<Invoice>[] {
  const t = useTranslations('vps-billing');
  const b = useTranslations('billing');
  const locale = useLocale();
  const account = useAccount();
  return useMemo(() => {
    const word = (key: 'number' | 'state' | 'period' | 'method' | 'amount' | 'vat' | 'total') =>
      t(`invoices.${key}`);
    return [
      column.name<Invoice>('number', word('number'), postpaidInvoices.name),
      column.text<Invoice>('status', word('state'), (row) => b(`states.${told(row).state}`), {
        at: 'state',
        cell: (row) => <InvoiceStatus state={told(row).state} />,
      }),
      column.text<Invoice>('for', word('period'), postpaidMonth, {
        cell: (row) => monthOf(postpaidMonth(row) ?? '–', locale),
      }),
      dayColumn<Invoice>('made', t('invoices.made'), ({ created_at: at }) => at, locale),
      column.text<Invoice>('method', word('method'), ({ method }) => method),
      column.money<Invoice>('amount', word('amount'), ({ detail }) => detail?.amount ?? null),
      column.money<Invoice>('vat', word('vat'), ({ detail }) => detail?.vat ?? null),
      column.money<Invoice>('total', word('total'), (row) => told(row).total),
      {
        id: 'file',
        header: t('invoices.file'),
        fixed: true,
        cell: ({ id, invoice_number: number }) => (
          <DownloadButton
            path={downloads.vpsInvoice(account, id ?? number)}
            scopeKey={`vps/${account}`}
            number={number}
          />
        ),
      },
      column.text<Invoice>('note', t('invoices.note'), ({ description }) => description, {
        hidden: true,
      }),
    ];
  }, [t, b, locale, account]);
}

function useFilters(): readonly Filter<Invoice>[] {
  const t = useTranslations('vps-billing');
  const b = useTranslations('billing');
  return useMemo(() => {
    const options = states.map((value) => ({ value, label: b(`states.${value}`) }));
    return [{ id: 'state', label: t('invoices.state'), options, of: (row) => told(row).state }];
  }, [t, b]);
}

function Rows({ shown, count }: { shown: Shown<'D84'>; count: number | null }) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  return (
    <DataTable
      id="postpaid-invoices"
      caption={t('invoices.list')}
      {...shown}
      columns={useColumns()}
      filters={useFilters()}
      csv={`invoices-${account}`}
      empty={<NoInvoice count={count} />}
    />
  );
}

/** Stands in place of the list. It never says that there are no invoices where older ones may exist. */
function NoInvoice({ count }: { count: number | null }) {
  const t = useTranslations('vps-billing.invoices');
  const account = useAccount();
  const [title, text] =
    count === 0
      ? [t('prepaidTitle'), t('prepaidText')]
      : count === null
        ? [t('unknownTitle'), t('unknownText')]
        : [t('noneTitle'), t('noneText', { count })];
  return (
    <EmptyState
      framed
      icon={<Receipt aria-hidden />}
      title={title}
      actions={
        <>
          <ButtonLink href={paths.vpsBillingPart(account, 'deposits')}>
            {t('toDeposits')}
          </ButtonLink>
          <ButtonLink href={paths.vpsBillingPart(account, 'reports')}>{t('toReports')}</ButtonLink>
        </>
      }
    >
      {text}
    </EmptyState>
  );
}
