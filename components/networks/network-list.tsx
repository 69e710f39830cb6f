'use client';
import { Network } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/instances/instance-link';
import { Live } from '@/components/live/live';
import { useScope } from '@/components/shell/context';
import type { Column } from '@/components/tables/columns';
import { DataTable } from '@/components/tables/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import type { Result } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { CreateNetwork } from './create-network';
import { membersInput } from './inputs';
import { networkWords, notReady, type NetworkRow } from './network';
import { NetworkStatus } from './network-status';

const pace = (list: Result<'D49'> | undefined) =>
  list?.data.some(({ status }) => notReady(status) === 'pending') ? 'fast' : 'slow';

/** The private networks of an account. @param problem of the server's own read, shown until the browser's */
export function NetworkList({ account, problem }: { account: string; problem: Problem | null }) {
  const t = useTranslations('networks');
  const label = useScope()?.label ?? account;
  const query = useBackendQuery('D49', {}, { account, poll: pace });
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={t('noAccess', { account: label })}
    >
      {({ data }) => <Rows account={account} rows={data} />}
    </Live>
  );
}

function useColumns(account: string): readonly Column<NetworkRow>[] {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  return useMemo<readonly Column<NetworkRow>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        main: true,
        sort: networkWords.name,
        cell: (row) => (
          <TextLink href={paths.network(account, row.uuid)} className="break-all">
            {networkWords.name(row)}
          </TextLink>
        ),
      },
      {
        id: 'status',
        header: m('statusLabel'),
        csv: ({ status }) => status,
        cell: ({ status }) => <NetworkStatus status={status} />,
      },
      {
        id: 'range',
        header: t('range'),
        csv: ({ network_ip: range }) => range,
        cell: ({ network_ip: range }) => <span className="font-mono">{range ?? '–'}</span>,
      },
      {
        id: 'vlan',
        header: t('vlan'),
        numeric: true,
        sort: ({ tag }) => tag,
        cell: ({ tag }) => tag ?? '–',
      },
      {
        id: 'location',
        header: m('location'),
        sort: ({ location }) => location,
        cell: ({ location }) => location ?? '–',
      },
      {
        id: 'machines',
        header: t('machines'),
        numeric: true,
        cell: ({ uuid }) => <MachineCount account={account} network={uuid} />,
      },
      {
        id: 'gateway',
        header: t('gateway.name'),
        sort: ({ gateway }) => gateway?.hostname ?? null,
        cell: ({ gateway }) =>
          gateway?.uuid ? (
            <InstanceLink account={account} uuid={gateway.uuid}>
              {gateway.hostname ?? gateway.uuid}
            </InstanceLink>
          ) : (
            <span className="text-faint">{m('none')}</span>
          ),
      },
      {
        id: 'created',
        header: m('created'),
        sort: ({ created_at: at }) => at,
        cell: ({ created_at: at }) => <Instant iso={at} />,
      },
    ],
    [account, t, m],
  );
}

/** D49 doesn't count machines: each network is asked for its own, once, D51. */
function MachineCount({ account, network }: { account: string; network: string }) {
  const { data } = useBackendQuery('D51', membersInput(network), { account });
  return data ? data.data.length : '–';
}

const searchText = ({ name, network_ip, tag, gateway }: NetworkRow) =>
  [name, network_ip, tag, gateway?.hostname].join(' ');

function Rows({ account, rows }: { account: string; rows: readonly NetworkRow[] }) {
  const t = useTranslations('networks');
  const columns = useColumns(account);
  return (
    <DataTable
      id="networks"
      caption={t('heading')}
      rows={rows}
      columns={columns}
      rowId={networkWords.id}
      searchText={searchText}
      csv={`networks-${account}`}
      empty={
        <EmptyState
          icon={<Network aria-hidden />}
          title={t('emptyTitle')}
          actions={<CreateNetwork account={account} />}
        >
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}
