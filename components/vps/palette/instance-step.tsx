'use client';
import { Activity, Archive, HardDrive, Network, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { actionStep } from '@/components/parts/palette/action-step';
import type { Entry } from '@/components/parts/palette/entry';
import { useInstanceActions } from '@/components/vps/instances/actions';
import { instanceIdentity, type Machine } from '@/components/vps/instances/machine';
import { paths, type InstancePart } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { InAccount } from './in-account';

const parts = {
  metrics: Activity,
  backups: Archive,
  firewall: ShieldCheck,
  network: Network,
  storage: HardDrive,
} as const satisfies Record<InstancePart, unknown>;

const order = Object.keys(parts) as InstancePart[];

/** The actions and pages of an instance that are found without its name. */
export const instanceVerbs: readonly string[] = [
  ...['console', 'start', 'stop', 'restart', 'rename', 'setPassword', 'resize', 'changeTier'],
  ...['clone', 'snapshot', 'reinstall', 'delete'],
  ...order,
];

/** The actions and pages of an instance of any account. */
export const InstanceStep = actionStep<Machine, string>({
  identity: instanceIdentity,
  Around: InAccount,
  useActions: useInstanceActions,
  useRow: (row, live) => {
    const params = { instance_uuid: row.uuid };
    return useBackendQuery('D04', { params }, { enabled: live }).data ?? row;
  },
  useParts: ({ uuid }) => {
    const account = useAccount();
    const t = useTranslations('instances.tabs');
    return order.map((part): Entry => {
      const Icon = parts[part];
      return {
        id: `part/${part}`,
        verb: part,
        label: t(part),
        icon: <Icon aria-hidden />,
        href: paths.instancePart(account, uuid, part),
      };
    });
  },
});
