'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { ImageName } from '@/components/parts/machines/image-name';
import { NetworkLink } from '@/components/vps/instances/network-link';
import { Fact, Facts, FactsFrame } from '@/components/ui/fact';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { transient } from '@/lib/contract/states';
import { gigabytes, pricePerHour, rupiah } from '@/lib/format';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { AccessCommand, AccessFacts } from './access-facts';
import { CostFacts } from './cost-facts';

interface OverviewProps {
  instance: string;
  /** What it does now. */
  load: ReactNode;
}

/**
 * The first tab of an instance. What it is, does and costs and how to get in is seen at one look; the rest is folded, each part
 * with its most important figure.
 */
export function InstanceOverview({ instance, load }: OverviewProps) {
  const { data: machine } = useInstance(instance);
  if (!machine) return null;
  return (
    <div className="grid gap-4">
      <Summary machine={machine} load={load} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <CostFacts machine={machine} />
        <NetworkFacts machine={machine} />
        <AccessFacts machine={machine} />
        <MachineFacts machine={machine} />
      </div>
    </div>
  );
}

function Summary({ machine, load }: { machine: Detail; load: ReactNode }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const named = [machine.os?.name, machine.os?.version].filter(Boolean).join(' ');
  const image = machine.os_name ?? (named === '' ? null : named);
  const { cpu, memory_gb: memory, storage_gb: disk, is_cpu_dedicated: dedicated } = machine;
  const size = [
    cpu === null ? null : m('cores', { count: cpu }),
    memory === null ? null : gigabytes(memory, locale),
  ].filter((part) => part !== null);
  return (
    <FactsFrame label={t('detail.machine')}>
      <Facts>
        <Fact size="words" term={m('image')} value={<ImageName image={image} large />}>
          {machine.username ? t('detail.signsInAs', { user: machine.username }) : null}
        </Fact>
        <Fact size="words" term={m('size')} value={size.join(' · ') || '–'}>
          <span>{t('detail.ofDisk', { size: gigabytes(disk, locale) })}</span>
          {dedicated === null ? null : (
            <span>{t(`detail.${dedicated ? 'dedicatedCpu' : 'sharedCpu'}`)}</span>
          )}
        </Fact>
        <Fact size="words" term={m('location')} value={machine.location ?? '–'}>
          {machine.tier}
        </Fact>
        <Fact
          term={`${m('perMonth')} (${m('estimate')})`}
          size="words"
          value={rupiah(machine.estimated_monthly_cost)}
        >
          <span className="tabular">{pricePerHour(machine.price_per_hour, locale)}</span>
        </Fact>
      </Facts>
      <div className="border-line border-t">{load}</div>
      <AccessCommand machine={machine} />
    </FactsFrame>
  );
}

function MachineFacts({ machine }: { machine: Detail }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  return (
    <FoldedPanel
      title={t('detail.more')}
      figure={
        <>
          {m('created')} <Instant iso={machine.created_at} style="date" as="exact" />
        </>
      }
    >
      <KeyValue
        pairs={[
          { term: m('id'), value: <Copyable text={machine.uuid} label={m('copyId')} /> },
          { term: m('created'), value: <Instant iso={machine.created_at} as="exact" /> },
          ...instantFact(t('detail.lastStarted'), machine.last_started_at),
          ...instantFact(t('detail.lastBackup'), machine.last_backup_at),
        ]}
      />
    </FoldedPanel>
  );
}

function instantFact(term: ReactNode, iso: string | null) {
  return iso === null ? [] : [{ term, value: <Instant iso={iso} /> }];
}

function NetworkFacts({ machine }: { machine: Detail }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const { ip_address: address, private_network: network } = machine;
  const addressPending = transient(machine.status, machine.operation_flag) && network !== null;
  return (
    <FoldedPanel
      title={t('detail.network')}
      figure={network ? (network.name ?? m('privateNetwork')) : t('detail.noNetwork')}
    >
      <KeyValue
        pairs={[
          {
            term: m('publicAddress'),
            value: address ? <Copyable text={address} label={m('copyAddress')} /> : m('none'),
          },
          ...(machine.rdns ? [{ term: t('detail.rdns'), value: machine.rdns, mono: true }] : []),
          {
            term: m('privateNetwork'),
            value: network ? <NetworkLink network={network} /> : m('none'),
          },
          ...(network
            ? [
                {
                  term: m('privateAddress'),
                  value: network.ip_address ?? (addressPending ? t('detail.pendingAddress') : null),
                  mono: true,
                },
              ]
            : []),
        ]}
      />
    </FoldedPanel>
  );
}
