'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { PagedList, type Shown } from '@/components/money/lists/paged-list';
import { DataTable } from '@/components/parts/tables/data-table';
import type { Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { useInvoiceColumns } from './columns';
import { invoicesOf } from './invoices';
import { NoBillingAccess } from './no-access';
import { NoInvoices } from './no-invoices';
import { useInvoiceFilters } from './use-invoice-filters';

interface Props {
  /** When the page was made, in milliseconds since 1970: it decides what is overdue. */
  now: number;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The invoices of an organization. A45 pages and searches; for filters and sorting at most ten pages are read. */
export function InvoiceList({ now, problem }: Props) {
  const { org } = useGroup();
  const t = useTranslations('billing');
  const of = useMemo(() => invoicesOf(org), [org]);
  return (
    <PagedList
      {...{ of, problem }}
      failed={t('failed')}
      noAccess={{ shown: <NoBillingAccess /> }}
      leftOut={(read, left) =>
        left === null ? t('leftOutSome', { read }) : t('leftOut', { read, left })
      }
    >
      {(shown) => <Rows {...{ shown, org, now }} />}
    </PagedList>
  );
}

function Rows({ shown, org, now }: { shown: Shown<'A45'>; org: string; now: number }) {
  const t = useTranslations('billing');
  const orgOf = useMemo(() => () => org, [org]);
  return (
    <DataTable
      id="invoices"
      caption={t('heading')}
      {...shown}
      columns={useInvoiceColumns(orgOf, now)}
      filters={useInvoiceFilters(shown.rows, now)}
      csv="invoices"
      empty={<NoInvoices />}
    />
  );
}
