'use client';
import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Callout } from '@/components/ui/callout';
import { GoneState } from '@/components/ui/gone-state';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { clusterStatus } from '@/lib/contract/states';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { useClusterActions } from './actions';
import { clusterParams, isComing, type Cluster } from './cluster';
import { ClusterSummary, MorePanel, PricePanel, UsePanel } from './cluster-panels';
import { KubeconfigPanel } from './kubeconfig-panel';
import { NoClusterAccess } from './no-access';

/** Reads the cluster often until it runs. */
const pace = (cluster: Cluster | undefined) => (cluster && isComing(cluster) ? 'fast' : 'slow');

interface ViewProps {
  uuid: string;
  /** Whether the person's role may change clusters here. */
  mayChange: boolean;
  /** Why the server couldn't read the cluster; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one cluster, read at intervals: short ones until it runs. */
export function ClusterView({ uuid, mayChange, problem }: ViewProps) {
  const scope = useGroup();
  const t = useTranslations('clusters');
  const query = useBackendQuery('A65', { params: clusterParams(scope, uuid) }, { poll: pace });
  const list = { label: t('heading'), href: clusters.page(scope) };
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('detail.failed')}
      noAccess={{ shown: <NoClusterAccess /> }}
      gone={
        <>
          <Breadcrumbs trail={[list]} />
          <GoneState title={t('detail.gone')} back={{ href: list.href, label: t('detail.toList') }}>
            {t('detail.goneText')}
          </GoneState>
        </>
      }
      outline={<TableSkeleton label={t('detail.loading')} />}
      around={(stand) => (
        <>
          <Breadcrumbs trail={[list, { label: uuid }]} />
          <PageHeader title={t('heading')} />
          {stand}
        </>
      )}
    >
      {(cluster) => (
        <>
          <Breadcrumbs trail={[list, { label: clusters.name(cluster) }]} />
          <Loaded {...{ cluster, mayChange }} updated={<Updated query={query} />} />
        </>
      )}
    </Live>
  );
}

interface Shown {
  cluster: Cluster;
  mayChange: boolean;
  /** When the cluster was read. */
  updated: ReactNode;
}

/** The cluster with its newest status: while it is created, A69 may know more than A65. */
function Loaded({ cluster, mayChange, updated }: Shown) {
  const coming = isComing(cluster);
  const params = clusterParams(useGroup(), cluster.uuid);
  const { data } = useBackendQuery('A69', { params }, { enabled: coming, poll: 'fast' });
  const shown = coming && data?.status ? { ...cluster, status: data.status } : cluster;
  return (
    <>
      <Head cluster={shown} {...{ mayChange, updated }} />
      <Panels cluster={shown} mayChange={mayChange} />
    </>
  );
}

function Head({ cluster, mayChange, updated }: Shown) {
  const scope = useGroup();
  const router = useRouter();
  const actions = useClusterActions(mayChange);
  return (
    <PageHeader
      title={clusters.name(cluster)}
      status={
        <span role="status">
          <MachineStatus status={clusterStatus(cluster.status)} chip />
        </span>
      }
      actions={
        <>
          {updated}
          <ActionButtons
            actions={actions}
            row={cluster}
            identity={clusters}
            onDone={({ id }) => {
              if (id === 'delete') router.push(clusters.page(scope));
            }}
          />
        </>
      }
    />
  );
}

function Panels({ cluster, mayChange }: { cluster: Cluster; mayChange: boolean }) {
  const t = useTranslations('clusters.detail');
  return (
    <div className="flex flex-col gap-4">
      {isComing(cluster) ? (
        <Callout title={t('coming')}>
          <p>{t('comingText')}</p>
        </Callout>
      ) : null}
      <ClusterSummary cluster={cluster} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          {isComing(cluster) ? null : <KubeconfigPanel cluster={cluster} may={mayChange} />}
          <MorePanel cluster={cluster} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {isComing(cluster) ? null : <UsePanel uuid={cluster.uuid} />}
          <PricePanel cluster={cluster} />
        </div>
      </div>
    </div>
  );
}
