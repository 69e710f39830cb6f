'use client';
/** The panels of a machine's own page. */
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { ProblemNote } from '@/components/ui/error-state';
import { Instant, useNow } from '@/components/ui/instant';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useScope } from '@/components/parts/shell/context';
import { canonicalStatus, transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { number, pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { attachedVolumes, type AttachedVolume } from './attached-volumes';
import { freeOf } from './catalogue';
import { nameOf, Price } from './columns';
import { groupParams } from './group';
import { PortalLink } from '../portal-link';
import { costToDate, priceOf } from './price';
import { useSizeWords } from './size-words';

export type VmDetail = Result<'A26'>;

/** Shows a machine's host name, plan, place, dates and id. */
export function MorePanel({ vm }: { vm: VmDetail }) {
  const scope = useGroup();
  const t = useTranslations('vms.detail');
  const shared = useTranslations('machines');
  const wizard = useTranslations('vms.wizard');
  const free = vm.pricing ? freeOf(vm.pricing) : null;
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
    {
      term: t('plan'),
      value: [vm.pricing?.instance_type, sizeWords].filter(Boolean).join(' · ') || '–',
    },
    ...(vm.transfer_tb
      ? [{ term: t('transfer'), value: `${number(vm.transfer_tb, locale)} TB` }]
      : []),
    ...(free ? [{ term: t('freeUsage'), value: wizard('freeUsage', free) }] : []),
    {
      term: scope.project === undefined ? t('organization') : t('project'),
      value: <TextLink href={paths.vms(scope)}>{place?.label ?? shared('none')}</TextLink>,
    },
    { term: shared('created'), value: <Instant iso={vm.created_at} as="exact" /> },
    { term: t('updatedAt'), value: <Instant iso={vm.updated_at} /> },
    { term: shared('id'), value: <Copyable text={vm.uuid} label={shared('copyId')} /> },
  ];
  return (
    <FoldedPanel
      title={t('more')}
      figure={
        <>
          {shared('created')} <Instant iso={vm.created_at} style="date" as="exact" />
        </>
      }
    >
      <KeyValue pairs={pairs} />
    </FoldedPanel>
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
    <FoldedPanel title={t('network')} figure={vm.private_ip_address_v4}>
      <KeyValue pairs={pairs} />
    </FoldedPanel>
  );
}

/** Lists a machine's volumes. Their prices stand in the list of volumes, which is read beside the page. */
export function VolumesPanel({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const locale = useLocale();
  const scope = useGroup();
  const { group_type, uuid: group_uuid } = groupParams(scope);
  const query = useBackendQuery('A39', { params: { group_type, group_uuid } });
  const volumes = attachedVolumes(vm, query.data?.data);
  const kinds: Record<string, string> = { boot: t('boot'), external: t('extra') };
  const price = ({ kind, pricing }: AttachedVolume) =>
    kind === 'boot' ? t('inPlan') : <Price pricing={pricing} />;
  return (
    <Panel title={t('volumes')} flush>
      {query.error && !query.data ? (
        <div className="p-4 pb-0">
          <ProblemNote
            problem={query.error.problem}
            what={t('volumePricesFailed')}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        </div>
      ) : null}
      {volumes.length === 0 ? (
        <p className="text-muted p-4">{t('noVolumes')}</p>
      ) : (
        <PlainTable<AttachedVolume>
          caption={t('volumes')}
          columns={[
            column.name('volume', t('volume'), ({ name }) => name, {
              href: ({ name }) => paths.groupVolume(scope, name),
            }),
            column.text('kind', t('volumeKind'), ({ kind }) => kinds[kind] ?? kind),
            column.size('size', t('volumeSize'), ({ size }) => size, locale),
            column.code('mount', t('mount'), ({ mount }) => mount),
            column.money('price', t('volumePrice'), ({ pricing }) => priceOf(pricing).perHour, {
              cell: price,
            }),
          ]}
          rows={volumes}
          rowId={({ uuid }) => uuid}
        />
      )}
    </Panel>
  );
}

/** Shows what a machine costs an hour and a month, and what it has cost so far. */
export function PricePanel({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const locale = useLocale();
  const now = useNow();
  const { perHour, perMonth } = priceOf(vm.pricing);
  return (
    <Panel title={t('priceTitle')}>
      <p className="tabular text-lg font-semibold">{pricePerMonth(perMonth, locale)}</p>
      <p className="text-muted tabular text-sm">{pricePerHour(perHour, locale)}</p>
      <p className="text-faint mt-2 text-sm">{t('priceNote')}</p>
      <dl className="border-line mt-3 border-t pt-3">
        <dt className="text-muted text-sm">{t('costToDate')}</dt>
        <dd className="tabular font-semibold">
          {rupiah(now === null ? null : costToDate(perHour, vm.created_at, now))}
        </dd>
      </dl>
      <p className="text-faint mt-1 text-sm">{t('costToDateNote')}</p>
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
