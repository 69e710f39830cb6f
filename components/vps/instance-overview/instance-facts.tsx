'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { NetworkLink } from '@/components/vps/instances/network-link';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { transient } from '@/lib/contract/states';
import { gigabytes } from '@/lib/format';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { CostFacts } from './cost-facts';

interface OverviewProps {
  instance: string;
  /** What it does now. */
  load: ReactNode;
  /** How to get in. */
  access: ReactNode;
}

/** The first tab of an instance: what it is and does, where it hangs, how to get in, what it costs. */
export function InstanceOverview({ instance, load, access }: OverviewProps) {
  const { data: machine } = useInstance(instance);
  if (!machine) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="grid gap-4">
        <MachineFacts machine={machine} />
        {load}
        <CostFacts machine={machine} />
      </div>
      <div className="grid gap-4">
        <NetworkFacts machine={machine} />
        {access}
      </div>
    </div>
  );
}

function MachineFacts({ machine }: { machine: Detail }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const image =
    machine.os_name ?? [machine.os?.name, machine.os?.version].filter(Boolean).join(' ');
  const dedicated = machine.is_cpu_dedicated;
  const kind = dedicated === null ? '' : ` · ${m(dedicated ? 'dedicated' : 'shared')}`;
  return (
    <Panel title={t('detail.machine')}>
      <KeyValue
        pairs={[
          { term: m('location'), value: machine.location },
          { term: m('tier'), value: machine.tier },
          { term: m('image'), value: image === '' ? null : image },
          {
            term: m('cpu'),
            value: machine.cpu === null ? null : `${m('cores', { count: machine.cpu })}${kind}`,
          },
          { term: m('memory'), value: gigabytes(machine.memory_gb, locale) },
          { term: m('disk'), value: gigabytes(machine.storage_gb, locale) },
          { term: m('username'), value: machine.username, mono: true },
          { term: m('created'), value: <Instant iso={machine.created_at} as="exact" /> },
          ...instantFact(t('detail.lastStarted'), machine.last_started_at),
          ...instantFact(t('detail.lastBackup'), machine.last_backup_at),
          { term: m('id'), value: <Copyable text={machine.uuid} label={m('copyId')} /> },
        ]}
      />
    </Panel>
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
    <Panel title={t('detail.network')}>
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
    </Panel>
  );
}
