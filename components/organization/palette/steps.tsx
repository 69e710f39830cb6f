'use client';
/** The lists of actions of clusters, bare metal and volumes, which load when one is first shown. */
import { FileKey } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { actionStep } from '@/components/parts/palette/action-step';
import { ActionWords } from '@/components/parts/palette/action-words';
import { useShell } from '@/components/parts/shell/context';
import { roleAmong, roleMay } from '@/components/parts/shell/group-role';
import type { GroupScope as Group } from '@/lib/paths';
import { GroupScope, useGroup } from '@/lib/query/scope';
import { baremetals, clusters, volumes } from '@/lib/resources/awanio';
import { useMetalActions } from '../bare-metal/actions';
import { useClusterActions } from '../clusters/actions';
import { useVolumeActions } from '../volumes/actions';

const Around = ({ where, children }: { where: Group; children: ReactNode }) => (
  <GroupScope {...where}>
    <ActionWords>{children}</ActionWords>
  </GroupScope>
);

/** Whether the person's role may change something there. */
const useMayChange = (where: Group): boolean =>
  roleMay(roleAmong(useShell().scopes, where), 'group.write');

export const ClusterStep = actionStep({
  identity: clusters,
  Around,
  useActions: (where: Group) => useClusterActions(useMayChange(where)),
  useParts: ({ uuid }) => {
    const group = useGroup();
    const t = useTranslations('clusters.kubeconfig');
    const icon = <FileKey aria-hidden />;
    const href = clusters.href(group, uuid);
    return [{ id: 'part/kubeconfig', verb: 'kubeconfig', label: t('title'), icon, href }];
  },
});

export const MetalStep = actionStep({
  identity: baremetals,
  Around,
  useActions: (where: Group) =>
    useMetalActions(
      useMayChange(where),
      useCallback(() => where, [where]),
    ),
});

export const VolumeStep = actionStep({
  identity: volumes,
  Around,
  useActions: (where: Group) =>
    useVolumeActions(
      useMayChange(where),
      useCallback(() => where, [where]),
    ),
});
