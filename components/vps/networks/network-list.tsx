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
import { useAccount } from '@/lib/query/scope';
import { membersInput } from './inputs';
import { notReady, type NetworkRow } from './network';
import { NetworkStatus } from './network-status';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const list = { of: networks, words: 'networks' } as const;

const pace = (answer: Result<'D49'> | undefined) =>
  answer?.data.some(({ status }) => notReady(status) === 'pending') ? 'fast' : 'slow';

/** The list of an account's private networks. @param problem of the server's read, shown until the browser has read */
export function NetworkList({ problem }: { problem: Problem | null }) {
  return (
    <AccountList {...list} problem={problem} poll={pace}>
      {({ data }) => <Rows rows={data} />}
    </AccountList>
  );
}

/** Machines are counted unasked in so many networks: each takes a call of its own. */
const mostCounted = 5;

/** @param counts whether the machines of each are counted unasked */
function useColumns(counts: boolean): readonly Column<NetworkRow>[] {
  const account = useAccount();
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
        ...(counts ? {} : { hidden: true }),
        cell: ({ uuid }) => <MachineCount network={uuid} />,
      },
      column.text('gateway', t('gateway.name'), ({ gateway }) => gateway?.hostname ?? null, {
        cell: ({ gateway }) =>
          gateway?.uuid ? (
            <InstanceLink uuid={gateway.uuid}>{gateway.hostname ?? gateway.uuid}</InstanceLink>
          ) : (
            <span className="text-faint">{m('none')}</span>
          ),
      }),
      column.instant('created', m('created'), ({ created_at: at }) => at),
    ],
    [account, t, m, counts],
  );
}

/** D49 doesn't count machines: each network is asked for its own, D51, where the column is shown. */
function MachineCount({ network }: { network: string }) {
  const { data } = useBackendQuery('D51', membersInput(network));
  return data ? data.data.length : '–';
}

function Rows({ rows }: { rows: readonly NetworkRow[] }) {
  const columns = useColumns(rows.length <= mostCounted);
  return <AccountTable {...list} rows={rows} columns={columns} create={<CreateNetwork />} />;
}

/** The button that opens the dialog to create a private network. */
export const CreateNetwork = createButton(
  'networks.create.label',
  'write_network',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
