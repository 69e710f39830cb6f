'use client';
/** The columns of the list of virtual machines. */
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Standing } from '@/components/organization/standing/use-standing';
import { Copyable } from '@/components/parts/machines/copyable';
import { ImageName } from '@/components/parts/machines/image-name';
import type { MachineLook } from '@/components/parts/machines/machine-news';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { Row } from '@/lib/contract/types';
import { statusGroup } from '@/lib/contract/states';
import { vms } from '@/lib/resources/awanio';
import { priceOf } from './price';
import { useSizeWords } from './size-words';

export type Vm = Row<'A25'>;

export const nameOf = vms.name;

/** What is told of a machine when the work on it has ended. */
export const newsOf = (vm: Pick<Vm, 'uuid' | 'title' | 'hostname' | 'status'>): MachineLook => ({
  id: vm.uuid,
  name: nameOf(vm),
  group: statusGroup(vm.status),
});

const imageOf = (vm: Vm) => vm.catalogue?.name ?? null;

/** The order of states: actions under way first, then errors, since these need attention. */
const order = { busy: 0, error: 1, unknown: 2, run: 3, off: 4 } as const;

/** The IPv4 address of a machine as a number to sort by; null if it has none. */
function addressOrder(vm: Vm): number | null {
  const parts = (vm.ip_addresses[0] ?? vm.private_ip_address_v4 ?? '').split('.').map(Number);
  if (parts.length !== 4 || parts.some(Number.isNaN)) return null;
  return parts.reduce((whole, part) => whole * 256 + part, 0);
}

function Addresses({ vm }: { vm: Vm }) {
  const t = useTranslations('vms.list');
  const name = nameOf(vm);
  const { ip_addresses: external, private_ip_address_v4: own } = vm;
  if (external.length === 0 && !own) return <span className="text-faint">{t('none')}</span>;
  return (
    <span className="flex flex-col gap-1 max-md:items-start">
      {external.map((address) => (
        <Copyable key={address} text={address} label={t('copyPublic', { name })} />
      ))}
      {own ? (
        <span className="inline-flex items-center gap-1">
          <Copyable text={own} label={t('copyPrivate', { name })} />
          <span className="text-faint text-xs">{t('private')}</span>
        </span>
      ) : null}
    </span>
  );
}

function Plan({ vm }: { vm: Vm }) {
  const size = useSizeWords();
  const words = size({ vcpu: vm.vcpu_core, ram: vm.ram_mb, disk: vm.disk_size_gb });
  return (
    <span className="flex flex-col whitespace-nowrap">
      <span>{vm.pricing?.instance_type ?? '–'}</span>
      <span className="text-faint text-xs">{words}</span>
    </span>
  );
}

/** A plan's price a month, and below it an hour. */
export function Price({ pricing }: Pick<Vm, 'pricing'>) {
  const locale = useLocale();
  const { perHour, perMonth } = priceOf(pricing);
  return (
    <span className="flex flex-col">
      <span>{pricePerMonth(perMonth, locale)}</span>
      <span className="text-faint text-xs">{pricePerHour(perHour, locale)}</span>
    </span>
  );
}

/** Gives the columns of the list; memoized. @param standing where machines stand, of `useStanding` */
export function useVmColumns({
  placeOf,
  columns,
}: Pick<Standing<Vm>, 'placeOf' | 'columns'>): readonly Column<Vm>[] {
  const t = useTranslations('vms.list');
  const shared = useTranslations('machines');
  return useMemo(
    () => [
      column.name<Vm>('name', t('name'), vms.name, {
        href: (vm) => vms.href(placeOf(vm), vm.uuid),
        beneath: (vm) =>
          vm.hostname && vm.hostname !== vms.name(vm) ? (
            <span className="text-faint block font-mono text-xs font-normal break-all">
              {vm.hostname}
            </span>
          ) : null,
      }),
      column.state('status', shared('statusLabel'), (vm) => <MachineStatus status={vm.status} />, {
        sort: (vm) => order[statusGroup(vm.status)],
      }),
      ...columns,
      column.text('image', shared('image'), imageOf, {
        cell: (vm) => <ImageName image={imageOf(vm)} />,
      }),
      column.text('plan', t('plan'), (vm) => vm.ram_mb, {
        csv: (vm) => vm.pricing?.instance_type ?? null,
        cell: (vm) => <Plan vm={vm} />,
      }),
      column.text('address', t('addresses'), addressOrder, {
        at: 'under',
        csv: (vm) => [...vm.ip_addresses, vm.private_ip_address_v4].filter(Boolean).join(' '),
        cell: (vm) => <Addresses vm={vm} />,
      }),
      column.money('price', t('planPrice'), (vm) => priceOf(vm.pricing).perHour, {
        cell: (vm) => <Price pricing={vm.pricing} />,
      }),
      column.instant('created', shared('created'), (vm) => vm.created_at),
    ],
    [t, shared, placeOf, columns],
  );
}
