'use client';
import { Globe } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { DataTable } from '@/components/parts/tables/data-table';
import { usePageRead } from '@/components/parts/tables/use-page-read';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import { EmptyState } from '@/components/ui/empty-state';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { reservedAddresses } from '@/lib/resources/awanio';
import { NoAccess } from '../no-access';
import { PortalLink } from '../portal-link';
import { addressesInput } from './address';
import { useAddressColumns } from './columns';
import { ListTools } from './list-tools';

/** A page of an organization's reserved addresses. @param problem of the server's read, shown until the browser has read */
export function AddressList({ problem }: { problem: Problem | null }) {
  const { org } = useGroup();
  const t = useTranslations('organization-addresses');
  const params = useSearchParams();
  const input = useMemo(() => addressesInput(org, params), [org, params]);
  const query = useBackendQuery('A37', input, { keep: true, poll: 'slow' });
  usePageWithin(query.data);
  const noAccess = (
    <NoAccess title={t('noAccess.title')} lacking={{ area: 'network', see: true }}>
      {t('noAccess.text')}
    </NoAccess>
  );
  return (
    <>
      <p className="text-muted mb-3 max-w-prose">
        {t('limits')} <PortalLink />
      </p>
      <Live query={query} problem={problem} failed={t('failed')} noAccess={{ shown: noAccess }}>
        {(list) => (
          <div
            aria-busy={query.isPlaceholderData}
            className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
          >
            <Rows list={list} />
          </div>
        )}
      </Live>
    </>
  );
}

function Rows({ list: { data, page } }: { list: Result<'A37'> }) {
  const { org } = useGroup();
  const t = useTranslations('organization-addresses');
  return (
    <>
      <DataTable
        id="reserved-addresses"
        caption={t('heading')}
        rows={data}
        columns={useAddressColumns()}
        rowId={reservedAddresses.id}
        tools={<ListTools />}
        server={{
          pages: page?.last_page ?? null,
          total: page?.total ?? null,
          search: true,
          read: usePageRead('A37', (query) => addressesInput(org, query)),
        }}
        csv="reserved-addresses"
        empty={
          <EmptyState framed icon={<Globe aria-hidden />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        }
      />
      {data.length > 0 ? <p className="text-faint mt-2 text-sm">{t('machineNote')}</p> : null}
    </>
  );
}
