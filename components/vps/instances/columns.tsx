'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { instances } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { OsLogo } from '@/components/parts/machines/os-logo';
import { InstanceStatus } from './instance-status';
import { sortable } from './list-query';
import { nameOf } from './machine';

type Instance = Row<'D02'>;

/** The line under the name: `Ubuntu 24.04 · 103.0.0.1`. */
function SystemAndAddress({ row: { os, ip_address: address } }: { row: Instance }) {
  const system = [os?.name, os?.version].filter(Boolean).join(' ');
  if (!system && !address) return null;
  return (
    <span className="text-faint block text-xs font-normal">
      {system ? <OsLogo image={system} line /> : null}
      {system}
      {system && address ? ' · ' : ''}
      {address ? <span className="font-mono">{address}</span> : null}
    </span>
  );
}

/** The columns of the list of instances. */
export function useInstanceColumns(): readonly Column<Instance>[] {
  const account = useAccount();
  const t = useTranslations('machines');
  const locale = useLocale();
  return useMemo(() => {
    const sizeOf = ({ cpu, memory_gb: memory, storage_gb: disk }: Instance) =>
      `${cpu === null ? '–' : t('cores', { count: cpu })} · ${gigabytes(memory, locale)} · ${gigabytes(disk, locale)}`;
    return column.unsorted<Instance>(
      [
        column.name<Instance>('hostname', t('hostname'), nameOf, {
          href: ({ uuid }) => instances.href(account, uuid),
          beneath: (row) => <SystemAndAddress row={row} />,
        }),
        column.state('status', t('statusLabel'), (row) => <InstanceStatus machine={row} />),
        column.code('address', t('address'), ({ ip_address: ip }) => ip, { hidden: true }),
        column.text('location', t('location'), ({ location }) => location, {
          cell: ({ location, tier }) => (
            <>
              <span className="block md:min-w-28">{location ?? '–'}</span>
              <span className="text-faint block text-xs">{tier}</span>
            </>
          ),
        }),
        column.text(
          'size',
          t('size'),
          ({ cpu, memory_gb, storage_gb }) =>
            `${cpu ?? '?'} CPU, ${memory_gb ?? '?'} GB, ${storage_gb ?? '?'} GB`,
          { cell: (row) => <span className="tabular whitespace-nowrap">{sizeOf(row)}</span> },
        ),
        column.hourly('cost', t('perHour'), ({ price_per_hour: price }) => price),
        column.money(
          'month',
          `${t('perMonth')} (${t('estimate')})`,
          ({ estimated_monthly_cost: cost }) => cost,
        ),
        column.instant('create', t('created'), ({ created_at: at }) => at),
      ],
      sortable,
    );
  }, [t, locale, account]);
}
