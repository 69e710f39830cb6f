'use client';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/vps/instances/instance-link';
import { Copyable } from '@/components/parts/machines/copyable';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { Badge } from '@/components/ui/badge';
import { useMemberActions } from './member-actions';
import { memberIdentity, type Member, type NetworkDetail } from './network';

function useColumns(): readonly Column<Member>[] {
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  return useMemo(
    () => [
      column.name<Member>('machine', t('machine'), memberIdentity.name, {
        cell: (row) => (
          <span className="inline-flex flex-wrap items-center gap-2">
            {row.instance_uuid ? (
              <InstanceLink uuid={row.instance_uuid}>{memberIdentity.name(row)}</InstanceLink>
            ) : (
              memberIdentity.name(row)
            )}
            {row.isGateway ? <Badge tone="accent">{t('gateway.name')}</Badge> : null}
          </span>
        ),
      }),
      column.text('status', m('statusLabel'), ({ status }) => status, {
        cell: ({ status }) => <MachineStatus status={status} />,
      }),
      column.code('private', m('privateAddress'), ({ private_ip: ip }) => ip, {
        cell: ({ private_ip: ip }) =>
          ip === null ? '–' : <Copyable text={ip} label={m('copyAddress')} />,
      }),
      column.code('public', m('publicAddress'), ({ publicAddress: ip }) => ip),
      column.code('mac', t('mac'), ({ mac_address: mac }) => mac, { hidden: true }),
    ],
    [t, m],
  );
}

const searchText = (row: Member) =>
  [memberIdentity.name(row), row.private_ip, row.publicAddress, row.mac_address].join(' ');

interface MembersTableProps {
  network: NetworkDetail;
  members: readonly Member[];
  empty: ReactNode;
}

/** The table of the machines in a network. @param empty is shown when there are none */
export function MembersTable({ network, members, empty }: MembersTableProps) {
  const t = useTranslations('networks');
  const columns = useColumns();
  const actions = useMemberActions(network);
  return (
    <DataTable
      id="network-members"
      caption={t('members')}
      rows={members}
      columns={columns}
      rowId={memberIdentity.id}
      searchText={searchText}
      actions={actions}
      identity={memberIdentity}
      csv={`network-${network.name ?? network.uuid}`}
      empty={empty}
    />
  );
}
