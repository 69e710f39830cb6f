'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/vps/instances/instance-link';
import { AccountList, AccountTable } from '@/components/parts/tables/account-list';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { networks } from '@/lib/resources/vps';
import { CreateNetwork } from './create-network';
import { membersInput } from './inputs';
import { notReady, type NetworkRow } from './network';
import { NetworkStatus } from './network-status';

const list = { of: networks, words: 'networks' } as const;

const pace = (answer: Result<'D49'> | undefined) =>
  answer?.data.some(({ status }) => notReady(status) === 'pending') ? 'fast' : 'slow';

/** The private networks of an account. @param problem of the server's own read, shown until the browser's */
export function NetworkList({ account, problem }: { account: string; problem: Problem | null }) {
  return (
    <AccountList {...list} account={account} problem={problem} poll={pace}>
      {({ data }) => <Rows account={account} rows={data} />}
    </AccountList>
  );
}

function useColumns(account: string): readonly Column<NetworkRow>[] {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  return useMemo(
    () => [
      column.name('name', t('name'), networks.name, {
        href: (row) => networks.href(account, networks.id(row)),
      }),
      column.state('status', m('statusLabel'), ({ status }) => <NetworkStatus status={status} />),
      column.code('range', t('range'), ({ network_ip: range }) => range),
      column.count('vlan', t('vlan'), ({ tag }) => tag),
      column.text('location', m('location'), ({ location }) => location),
      {
        id: 'machines',
        header: t('machines'),
        numeric: true,
        cell: ({ uuid }) => <MachineCount account={account} network={uuid} />,
      },
      column.text('gateway', t('gateway.name'), ({ gateway }) => gateway?.hostname ?? null, {
        cell: ({ gateway }) =>
          gateway?.uuid ? (
            <InstanceLink account={account} uuid={gateway.uuid}>
              {gateway.hostname ?? gateway.uuid}
            </InstanceLink>
          ) : (
            <span className="text-faint">{m('none')}</span>
          ),
      }),
      column.instant('created', m('created'), ({ created_at: at }) => at),
    ],
    [account, t, m],
  );
}

/** D49 doesn't count machines: each network is asked for its own, once, D51. */
function MachineCount({ account, network }: { account: string; network: string }) {
  const { data } = useBackendQuery('D51', membersInput(network), { account });
  return data ? data.data.length : '–';
}

function Rows({ account, rows }: { account: string; rows: readonly NetworkRow[] }) {
  return (
    <AccountTable
      {...list}
      account={account}
      rows={rows}
      columns={useColumns(account)}
      create={<CreateNetwork account={account} />}
    />
  );
}
