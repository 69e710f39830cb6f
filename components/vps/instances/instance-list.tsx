'use client';
import { Plus, Server } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { Suspense, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useAccountLabel } from '@/components/parts/shell/context';
import { News } from '@/components/parts/machines/news';
import { useStatusFilter } from '@/components/parts/machines/status-filter';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { usePageRead } from '@/components/parts/tables/use-page-read';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TableSkeleton } from '@/components/ui/skeleton';
import { transient } from '@/lib/contract/states';
import type { Result, Row } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { useInstanceActions } from './actions';
import { useInstanceColumns } from './columns';
import { instancesInput } from './list-query';
import { instanceIdentity, newsOf } from './machine';

const AccountCost = lazyNamed(() => import('@/components/vps/balance/account-cost'), 'AccountCost');

/** How often the list is read: `fast` while any machine of the account is changing, even one on another page. */
function pace(list: Result<'D02'> | undefined) {
  const working =
    (list?.active_operations ?? 0) > 0 ||
    list?.data.some(({ status, operation_flag }) => transient(status, operation_flag));
  return working ? 'fast' : 'slow';
}

/** The list of an account's instances. @param problem of the server's read, shown until the browser has read for itself */
export function InstanceList({ problem }: { problem: Problem | null }) {
  const t = useTranslations('instances');
  const label = useAccountLabel();
  const query = useSearchParams();
  const input = useMemo(() => instancesInput(query), [query]);
  const list = useBackendQuery('D02', input, { keep: true, poll: pace });
  const { data, isPlaceholderData: old } = list;
  usePageWithin(data);
  return (
    <Live
      query={list}
      problem={problem}
      failed={t('loadFailed')}
      noAccess={t('noAccess', { account: label })}
      stale={t('stale')}
      outline={<TableSkeleton label={t('loading')} />}
    >
      {(shown) => (
        <div aria-busy={old} className={old ? 'opacity-60 transition-opacity' : undefined}>
          <Rows list={shown}>
            <Updated query={list} />
          </Rows>
        </div>
      )}
    </Live>
  );
}

function Rows({ list, children }: { list: Result<'D02'>; children: React.ReactNode }) {
  const account = useAccount();
  const t = useTranslations('instances');
  const columns = useInstanceColumns();
  const actions = useInstanceActions();
  const filters = useStatusFilter<Row<'D02'>>();
  return (
    <>
      <News rows={list.data} look={newsOf} />
      <DataTable
        id="instances"
        caption={t('title')}
        rows={list.data}
        columns={columns}
        rowId={instanceIdentity.id}
        actions={actions}
        identity={instanceIdentity}
        filters={filters}
        tools={children}
        server={{
          pages: list.page?.last_page ?? null,
          total: list.page?.total ?? null,
          search: true,
          read: usePageRead('D02', instancesInput),
        }}
        csv={`instances-${account}`}
        empty={<NoInstances />}
      />
      {list.data.length > 0 ? (
        <Suspense fallback={<p className="h-5" />}>
          <AccountCost rows={list.data} whole={(list.page?.last_page ?? 1) === 1} />
        </Suspense>
      ) : null}
    </>
  );
}

function NoInstances() {
  const account = useAccount();
  const t = useTranslations('instances');
  return (
    <EmptyState
      framed
      icon={<Server aria-hidden />}
      title={t('emptyTitle')}
      actions={
        <ButtonLink href={paths.newInstance(account)} variant="primary" icon={<Plus aria-hidden />}>
          {t('create')}
        </ButtonLink>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
