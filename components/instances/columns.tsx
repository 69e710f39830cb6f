'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Column } from '@/components/tables/columns';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import type { Row } from '@/lib/contract/types';
import { gigabytes, rate, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { InstanceStatus } from './instance-status';
import { nameOf } from './machine';

type Instance = Row<'D02'>;

/** `Ubuntu 24.04 · 103.0.0.1` under the name. */
function Beneath({ row: { os, ip_address: address } }: { row: Instance }) {
  const system = [os?.name, os?.version].filter(Boolean).join(' ');
  if (!system && !address) return null;
  return (
    <span className="text-faint block text-xs font-normal">
      {system}
      {system && address ? ' · ' : ''}
      {address ? <span className="font-mono">{address}</span> : null}
    </span>
  );
}

/** The columns of the list of instances. */
export function useInstanceColumns(account: string): readonly Column<Instance>[] {
  const t = useTranslations('machines');
  const locale = useLocale();
  return useMemo<Column<Instance>[]>(
    () => [
      {
        id: 'hostname',
        header: t('hostname'),
        main: true,
        csv: nameOf,
        cell: (row) => (
          <span className="block min-w-0 py-0.5 text-left">
            <TextLink href={paths.instance(account, row.uuid)} className="break-all">
              {nameOf(row)}
            </TextLink>
            <Beneath row={row} />
          </span>
        ),
      },
      {
        id: 'status',
        header: t('statusLabel'),
        csv: ({ status }) => status,
        cell: (row) => <InstanceStatus machine={row} />,
      },
      {
        id: 'address',
        header: t('address'),
        hidden: true,
        csv: ({ ip_address }) => ip_address,
        cell: ({ ip_address }) => <span className="font-mono">{ip_address ?? '–'}</span>,
      },
      {
        id: 'location',
        header: t('location'),
        csv: ({ location }) => location,
        cell: (row) => (
          <>
            <span className="block">{row.location ?? '–'}</span>
            <span className="text-faint block text-xs">{row.tier}</span>
          </>
        ),
      },
      {
        id: 'size',
        header: t('size'),
        csv: ({ cpu, memory_gb, storage_gb }) =>
          `${cpu ?? '?'} CPU, ${memory_gb ?? '?'} GB, ${storage_gb ?? '?'} GB`,
        cell: (row) => (
          <span className="tabular whitespace-nowrap">
            {row.cpu === null ? '–' : t('cores', { count: row.cpu })}
            {` · ${gigabytes(row.memory_gb, locale)} · ${gigabytes(row.storage_gb, locale)}`}
          </span>
        ),
      },
      {
        id: 'cost',
        header: t('perHour'),
        numeric: true,
        sort: (row) => row.price_per_hour,
        cell: (row) => rate(row.price_per_hour),
      },
      {
        id: 'month',
        header: `${t('perMonth')} (${t('estimate')})`,
        numeric: true,
        csv: (row) => row.estimated_monthly_cost,
        cell: (row) => rupiah(row.estimated_monthly_cost),
      },
      {
        id: 'create',
        header: t('created'),
        sort: (row) => row.created_at,
        cell: (row) => <Instant iso={row.created_at} />,
      },
    ],
    [t, locale, account],
  );
}
