'use client';
/** The panels of a machine's own page. */
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useScope } from '@/components/parts/shell/context';
import { canonicalStatus, transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { number, pricePerHour, pricePerMonth } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { nameOf } from './columns';
import { PortalLink } from '../portal-link';
import { priceOf } from './price';
import { useSizeWords } from './size-words';

export type VmDetail = Result<'A26'>;

/** Shows a machine's state, image, plan, place and dates. */
export function OverviewPanel({ vm }: { vm: VmDetail }) {
  const scope = useGroup();
  const t = useTranslations('vms.detail');
  const shared = useTranslations('machines');
  const size = useSizeWords();
  const locale = useLocale();
  const place = useScope();
  const sizeWords = size({ vcpu: vm.vcpu_core, ram: vm.ram_mb, disk: vm.disk_size_gb });
  // The provider's own word for the status, if ours differs from it.
  const said =
    vm.status && vm.status.toLowerCase() !== canonicalStatus(vm.status) ? vm.status : null;
  const pairs: { term: ReactNode; value: ReactNode; mono?: boolean }[] = [
    { term: shared('statusLabel'), value: <MachineStatus status={vm.status} /> },
    ...(said ? [{ term: t('statusWord'), value: said, mono: true }] : []),
    {
      term: shared('hostname'),
      value: vm.hostname ? <Copyable text={vm.hostname} label={t('copyHostname')} /> : '–',
    },
    { term: shared('image'), value: vm.catalogue?.name ?? '–' },
    {
      term: t('plan'),
      value: [vm.pricing?.instance_type, sizeWords].filter(Boolean).join(' · ') || '–',
    },
    ...(vm.transfer_tb
      ? [{ term: t('transfer'), value: `${number(vm.transfer_tb, locale)} TB` }]
      : []),
    {
      term: scope.project === undefined ? t('organization') : t('project'),
      value: <TextLink href={paths.vms(scope)}>{place?.label ?? shared('none')}</TextLink>,
    },
    { term: shared('created'), value: <Instant iso={vm.created_at} as="exact" /> },
    { term: t('updatedAt'), value: <Instant iso={vm.updated_at} /> },
    { term: shared('id'), value: <Copyable text={vm.uuid} label={shared('copyId')} /> },
  ];
  return (
    <Panel title={t('overview')}>
      <KeyValue pairs={pairs} />
    </Panel>
  );
}

/** Shows a machine's addresses. */
export function NetworkPanel({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const list = useTranslations('vms.list');
  const shared = useTranslations('machines');
  const name = nameOf(vm);
  const coming = transient(vm.status, null);
  const missing = <span className="text-faint">{coming ? t('whenRunning') : t('noExternal')}</span>;
  const pairs = [
    {
      term: t('external'),
      value:
        vm.ip_addresses.length === 0 ? (
          missing
        ) : (
          <span className="flex flex-col gap-1">
            {vm.ip_addresses.map((address) => (
              <Copyable key={address} text={address} label={list('copyPublic', { name })} />
            ))}
          </span>
        ),
    },
    {
      term: shared('privateAddress'),
      value: vm.private_ip_address_v4 ? (
        <Copyable text={vm.private_ip_address_v4} label={list('copyPrivate', { name })} />
      ) : (
        missing
      ),
    },
    {
      term: t('mac'),
      value: vm.mac_address ? <Copyable text={vm.mac_address} label={t('copyMac')} /> : '–',
    },
  ];
  return (
    <Panel title={t('network')}>
      <KeyValue pairs={pairs} />
    </Panel>
  );
}

/** Lists a machine's volumes. */
export function VolumesPanel({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const locale = useLocale();
  const kind = (type: string | null, tag: string | null) => {
    if (type === 'boot' || (type === null && tag === 'DataVolume')) return t('boot');
    return type === 'external' || type === null ? t('extra') : type;
  };
  const volumes = vm.volumes.flatMap(({ volume, tag }) => (volume ? [{ ...volume, tag }] : []));
  return (
    <Panel title={t('volumes')} flush>
      {volumes.length === 0 ? (
        <p className="text-muted p-4">{t('noVolumes')}</p>
      ) : (
        <PlainTable<(typeof volumes)[number]>
          caption={t('volumes')}
          columns={[
            {
              id: 'volume',
              header: t('volume'),
              main: true,
              cell: ({ label, uuid }) => label ?? uuid,
            },
            column.text('kind', t('volumeKind'), ({ volume_type: type, tag }) => kind(type, tag)),
            column.size('size', t('volumeSize'), ({ size_gb: size }) => size, locale),
            column.code('mount', t('mount'), ({ mount_point: mount }) => mount || null),
          ]}
          rows={volumes}
          rowId={({ uuid }) => uuid}
        />
      )}
    </Panel>
  );
}

/** Shows what a machine costs an hour and a month. */
export function PricePanel({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const locale = useLocale();
  const { perHour, perMonth } = priceOf(vm.pricing);
  return (
    <Panel title={t('priceTitle')}>
      <p className="tabular text-lg font-semibold">{pricePerMonth(perMonth, locale)}</p>
      <p className="text-muted tabular text-sm">{pricePerHour(perHour, locale)}</p>
      <p className="text-faint mt-2 text-sm">{t('priceNote')}</p>
    </Panel>
  );
}

/** Stands where people look for power buttons. Says why there are none, and links to where they are. */
export function ManagePanel() {
  const t = useTranslations('vms.detail');
  return (
    <Panel title={t('manage')}>
      <p>
        {t('manageText')} <PortalLink />
      </p>
    </Panel>
  );
}
