'use client';
import { Router, Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { aboutInstance } from '@/components/vps/instances/machine';
import { useMachines } from '@/components/vps/instances/use-machines';
import { lazyNamed } from '@/components/ui/lazy-named';
import { reasonWhy } from '@/lib/contract/states';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { networks } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { memberIdentity, notReady, type Member, type NetworkDetail } from './network';

const GatewayDialog = lazyNamed(() => import('./gateway-dialog'), 'GatewayDialog');

/** Returns the actions of a machine in a network that the person may do. Needs the messages `networks` and `machines`. */
export function useMemberActions(network: NetworkDetail): readonly Action<Member>[] {
  const account = useAccount();
  const t = useTranslations('networks');
  const m = useTranslations('machines');
  const change = useBackendChange();
  const { why } = useMachines();
  const all = useMemo(() => {
    const verb = verbsOf<'networks', Member>(t, memberIdentity);
    const name = networks.name(network);
    const busy = ({ instance_uuid: uuid, status }: Member) => {
      if (uuid === null) return t('reasons.unknown');
      const reason = reasonWhy('detachNetwork', { status });
      return why('detachNetwork', { uuid }) ?? (reason && m(`reasons.${reason}`));
    };
    return [
      verb('gateway', {
        icon: <Router aria-hidden />,
        reason: ({ isGateway, publicAddress }) => {
          const networkReason = notReady(network.status);
          if (networkReason) return t(`reasons.${networkReason}`);
          if (isGateway) return t('reasons.already');
          return publicAddress === null ? t('reasons.noAddress') : null;
        },
        dialog: ({ instance_uuid: uuid }, close) => (
          <GatewayDialog network={network} machine={uuid ?? ''} onClose={close} />
        ),
      }),
      verb('detach', {
        icon: <Unplug aria-hidden />,
        right: 'write_instance',
        group: 'end',
        danger: true,
        reason: (member) =>
          member.isGateway ? t('reasons.isGateway', { network: name }) : busy(member),
        values: ([row]) => ({ network: name, address: row?.private_ip ?? '–' }),
        confirm: {},
        run: async ({ instance_uuid: uuid, hostname }) => {
          if (uuid === null) return;
          const input = { params: { instance_uuid: uuid }, body: { vswitch: null } };
          await change('D15', input, aboutInstance(account, { uuid, hostname }));
        },
      }),
    ];
  }, [account, network, t, m, change, why]);
  return usePermitted(networks.rights.change, all);
}
