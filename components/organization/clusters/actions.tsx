'use client';
import { Pencil, ShieldCheck, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { canonicalStatus } from '@/lib/contract/states';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { clusters } from '@/lib/resources/awanio';
import { BalanceAfterRemoval } from '../balance/balance-after';
import { aboutCluster, clusterParams, costOf, plansOf, type Cluster } from './cluster';
import { forgetDownloaded } from './kubeconfigs';

const RenameDialog = lazyNamed(() => import('./rename-dialog'), 'RenameDialog');
const AvailabilityDialog = lazyNamed(() => import('./availability-dialog'), 'AvailabilityDialog');

/** The right to change clusters. */
export const clustersChange = { area: 'kubernetes' } as const;

/** Returns the actions of a cluster. Needs the messages `clusters`. @param may whether the person's role may change clusters here */
export function useClusterActions(may: boolean): readonly Action<Cluster>[] {
  const t = useTranslations('clusters');
  const scope = useGroup();
  const change = useBackendChange();
  const { identity } = usePerson();
  const refusal = useRoleRefusal(may, clustersChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'clusters', Cluster>(t, clusters);
    const all: readonly Action<Cluster>[] = [
      verb('rename', {
        icon: <Pencil aria-hidden />,
        group: 'change',
        reason: () => null,
        dialog: (cluster, close) => <RenameDialog cluster={cluster} onClose={close} />,
      }),
      verb('availability', {
        icon: <ShieldCheck aria-hidden />,
        group: 'change',
        reason: ({ status }) => (canonicalStatus(status) === 'running' ? null : t('notRunning')),
        dialog: (cluster, close) => <AvailabilityDialog cluster={cluster} onClose={close} />,
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        reason: () => null,
        confirm: {
          cost: (rows) => (
            <BalanceAfterRemoval
              hourly={rows.map((row) => costOf(plansOf(row), row.replica).perHour)}
            />
          ),
          typed: true,
        },
        run: async (cluster) => {
          const params = clusterParams(scope, cluster.uuid);
          const answer = await change('A67', { params }, aboutCluster(scope, cluster));
          forgetDownloaded(identity, cluster.uuid); // its file is of no use any more
          return answer;
        },
      }),
    ];
    if (!refusal) return all;
    const { disabledReason, onBlocked } = refusal;
    return all.map((action) => refusedFor(action, disabledReason, onBlocked));
  }, [t, scope, change, identity, refusal]);
}
