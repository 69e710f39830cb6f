'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { clusterStatus } from '@/lib/contract/states';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { costOf, plansOf, type Cluster } from './cluster';

const priceOf = (row: Cluster) => costOf(plansOf(row), row.replica);

/** The estimated price of a cluster a month, and below it an hour. */
function Price({ cluster }: { cluster: Cluster }) {
  const locale = useLocale();
  const { perHour, perMonth } = priceOf(cluster);
  return (
    <span className="flex flex-col">
      <span>{pricePerMonth(perMonth, locale)}</span>
      <span className="text-faint text-xs">{pricePerHour(perHour, locale)}</span>
    </span>
  );
}

function Addresses({ of }: { of: readonly string[] }) {
  const t = useTranslations('machines');
  if (of.length === 0) return '–';
  return (
    <span className="flex flex-col gap-1 max-md:items-end">
      {of.map((address) => (
        <Copyable key={address} text={address} label={t('copyAddress')} />
      ))}
    </span>
  );
}

/** The columns of the list; memoized. None can be sorted, since A64 sorts nothing. Needs `clusters` and `machines`. */
export function useClusterColumns(): readonly Column<Cluster>[] {
  const t = useTranslations('clusters');
  const m = useTranslations('machines');
  const scope = useGroup();
  return useMemo(
    () =>
      column.unsorted<Cluster>([
        column.name('name', t('name'), clusters.name, {
          href: ({ uuid }) => clusters.href(scope, uuid),
        }),
        column.state('status', m('statusLabel'), ({ status }) => (
          <MachineStatus status={clusterStatus(status)} />
        )),
        column.text('version', t('version'), ({ version }) => version?.name ?? null),
        column.count('nodes', t('nodes'), ({ replica }) => replica),
        column.text('plan', t('plan'), ({ pricing }) => pricing?.instance_type ?? null),
        column.text('address', m('publicAddress'), ({ ip_addresses: of }) => of.join(' '), {
          cell: ({ ip_addresses: of }) => <Addresses of={of} />,
        }),
        column.money('price', t('price'), (row) => priceOf(row).perMonth, {
          cell: (row) => <Price cluster={row} />,
        }),
        column.text('tags', t('tags'), ({ tags }) => tags.join(', ') || null, { hidden: true }),
        column.instant('created', m('created'), ({ created_at: at }) => at, { hidden: true }),
      ]),
    [t, m, scope],
  );
}
