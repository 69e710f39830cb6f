'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { Badge } from '@/components/ui/badge';
import { Foreign } from '@/components/ui/foreign';
import { TextLink } from '@/components/ui/text-link';
import type { Row } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { reservedAddresses, vms } from '@/lib/resources/awanio';
import { groupParams } from '../vms/group';
import type { ReservedAddress } from './address';

/** The organization's own machines by their external addresses; null until they are read. */
function useMachines(): ReadonlyMap<string, Row<'A25'>> | null {
  const scope = useGroup();
  const { data } = useBackendQuery('A25', { params: groupParams(scope) }, { poll: 'slow' });
  return useMemo(() => {
    if (!data) return null;
    return new Map(data.data.flatMap((vm) => vm.ip_addresses.map((each) => [each, vm] as const)));
  }, [data]);
}

/** The columns of reserved addresses; memoized. None can be sorted, since A37 takes a direction without a field. */
export function useAddressColumns(): readonly Column<ReservedAddress>[] {
  const scope = useGroup();
  const machines = useMachines();
  const t = useTranslations('organization-addresses');
  const m = useTranslations('machines');
  return useMemo(() => {
    const machineOf = (row: ReservedAddress) => machines?.get(reservedAddresses.name(row));
    return column.unsorted<ReservedAddress>([
      column.name('address', m('address'), reservedAddresses.name, {
        cell: (row) => (
          <Copyable
            text={reservedAddresses.name(row)}
            label={t('copy', { address: reservedAddresses.name(row) })}
          />
        ),
      }),
      column.text('tags', t('tags'), ({ tags }) => tags.join(' '), {
        cell: ({ tags }) => <Tags tags={tags} />,
      }),
      column.text('machine', t('machine'), (row) => machineOf(row)?.hostname ?? null, {
        at: 'under',
        cell: (row) => {
          const vm = machineOf(row);
          if (vm) {
            return (
              <TextLink href={vms.href(scope, vm.uuid)}>
                <Foreign text={vms.name(vm)} />
              </TextLink>
            );
          }
          return <span className="text-faint">{machines ? t('noMachine') : '…'}</span>;
        },
      }),
      column.code('gateway', t('gateway'), (row) => row.ip_address?.gateway_string ?? null, {
        hidden: true,
      }),
      column.instant('created', m('created'), ({ created_at: at }) => at),
    ]);
  }, [scope, machines, t, m]);
}

function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <>–</>;
  return (
    <span className="flex flex-wrap gap-1 max-md:justify-end">
      {tags.map((tag) => (
        <Badge key={tag}>
          <Foreign text={tag} />
        </Badge>
      ))}
    </span>
  );
}
