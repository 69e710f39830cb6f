'use client';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/instances/instance-link';
import { Copyable } from '@/components/machines/copyable';
import { MachineStatus } from '@/components/machines/machine-status';
import type { Column } from '@/components/tables/columns';
import { DataTable } from '@/components/tables/data-table';
import { Badge } from '@/components/ui/badge';
import { useMemberActions } from './member-actions';
import { memberWords, type Member, type NetworkDetail } from './network';

function useColumns(account: string): readonly Column<Member>[] {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  return useMemo<readonly Column<Member>[]>(
    () => [
      {
        id: 'machine',
        header: t('machine'),
        main: true,
        sort: memberWords.name,
        cell: (row) => (
          <span className="inline-flex flex-wrap items-center gap-2">
            {row.instance_uuid ? (
              <InstanceLink account={account} uuid={row.instance_uuid}>
                {memberWords.name(row)}
              </InstanceLink>
            ) : (
              memberWords.name(row)
            )}
            {row.leads ? <Badge tone="accent">{t('gateway.name')}</Badge> : null}
          </span>
        ),
      },
      {
        id: 'status',
        header: m('statusLabel'),
        sort: ({ status }) => status,
        cell: ({ status }) => <MachineStatus status={status} />,
      },
      {
        id: 'private',
        header: m('privateAddress'),
        csv: ({ private_ip: ip }) => ip,
        cell: ({ private_ip: ip }) =>
          ip === null ? '–' : <Copyable text={ip} label={m('copyAddress')} />,
      },
      {
        id: 'public',
        header: m('publicAddress'),
        csv: ({ publicAddress }) => publicAddress,
        cell: ({ publicAddress }) => <span className="font-mono">{publicAddress ?? '–'}</span>,
      },
      {
        id: 'mac',
        header: t('mac'),
        hidden: true,
        csv: ({ mac_address: mac }) => mac,
        cell: ({ mac_address: mac }) => <span className="font-mono">{mac ?? '–'}</span>,
      },
    ],
    [account, t, m],
  );
}

const searchText = (row: Member) =>
  [memberWords.name(row), row.private_ip, row.publicAddress, row.mac_address].join(' ');

/** The machines in a network. @param empty in place of the table while there is none */
export function MembersTable({
  account,
  network,
  members,
  empty,
}: {
  account: string;
  network: NetworkDetail;
  members: readonly Member[];
  empty: ReactNode;
}) {
  const t = useTranslations('networks');
  const columns = useColumns(account);
  const actions = useMemberActions(account, network);
  return (
    <DataTable
      id="network-members"
      caption={t('members')}
      rows={members}
      columns={columns}
      rowId={memberWords.id}
      searchText={searchText}
      actions={actions}
      words={memberWords}
      csv={`network-${network.name ?? network.uuid}`}
      empty={empty}
    />
  );
}
