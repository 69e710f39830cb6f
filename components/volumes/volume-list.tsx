'use client';
import { HardDrive } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useMachines } from '@/components/instances/use-machines';
import { Live } from '@/components/live/live';
import { useScope } from '@/components/shell/context';
import { DataTable } from '@/components/tables/data-table';
import { usePageWithin } from '@/components/tables/use-page-within';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import type { Result } from '@/lib/contract/types';
import { pricePerMonth } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useVolumeActions } from './actions';
import { useVolumeColumns, useVolumeFilters } from './columns';
import { CreateVolume } from './create-volume';
import { idleOf, volumesInput, volumesPace, volumeWords, type Volume } from './volume';

/** The volumes of an account. @param problem of the server's own read, shown until the browser's */
export function VolumeList({ account, problem }: { account: string; problem: Problem | null }) {
  const t = useTranslations('volumes');
  const label = useScope()?.label ?? account;
  const params = useSearchParams();
  const input = useMemo(() => volumesInput(params), [params]);
  const query = useBackendQuery('D64', input, { account, keep: true, poll: volumesPace });
  usePageWithin(query.data);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={t('noAccess', { account: label })}
    >
      {(list) => <Rows account={account} list={list} />}
    </Live>
  );
}

const searchText = ({ name, id, storage_type, location, attached_to }: Volume) =>
  [name, id, storage_type, location, attached_to?.hostname].join(' ');

function Rows({ account, list }: { account: string; list: Result<'D64'> }) {
  const t = useTranslations('volumes');
  const pages = list.page?.last_page ?? null;
  const paged = (pages ?? 1) > 1;
  const columns = useVolumeColumns(account, !paged);
  const filters = useVolumeFilters(list.data);
  const { why } = useMachines(account);
  const actions = useVolumeActions(account, why);
  // One page is all there are: they are then searched and sorted here, which D64 itself can't.
  const mode = paged
    ? { server: { pages, total: list.page?.total ?? null } }
    : { searchText, filters };
  return (
    <>
      <Idle rows={list.data} paged={paged} />
      <DataTable
        id="volumes"
        caption={t('heading')}
        rows={list.data}
        columns={columns}
        rowId={volumeWords.id}
        actions={actions}
        words={volumeWords}
        {...mode}
        csv={`volumes-${account}`}
        empty={
          <EmptyState
            icon={<HardDrive aria-hidden />}
            title={t('emptyTitle')}
            actions={<CreateVolume account={account} />}
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}

/** What is paid for while no machine uses it. */
function Idle({ rows, paged }: { rows: readonly Volume[]; paged: boolean }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { count, perMonth } = idleOf(rows);
  if (count === 0) return null;
  const price = perMonth === null ? t('unknownPrice') : pricePerMonth(perMonth, locale);
  return (
    <div className="mb-3">
      <Callout tone="warn">
        {paged ? t('idleHere', { count, price }) : t('idle', { count, price })}
      </Callout>
    </div>
  );
}
