import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { clusters } from '@/lib/resources/awanio';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { clusterParams } from './cluster';
import { ClusterView } from './cluster-view';
import { clusterRights } from './rights';

interface PageProps {
  params: Promise<GroupScope & { cluster: string }>;
}

export async function generateMetadata(page: PageProps) {
  const { cluster: uuid, ...scope } = await pageParams(page.params);
  const params = clusterParams(scope, uuid);
  const [t, { data }] = await Promise.all([translator('clusters'), readForPage('A65', { params })]);
  return titleOf(data && clusters.name(data), t('heading'));
}

async function DetailPage(page: PageProps) {
  const { cluster: uuid, ...scope } = await pageParams(page.params);
  const [rights, { problem, answers }] = await Promise.all([
    clusterRights(scope),
    readForPage('A65', { params: clusterParams(scope, uuid) }),
  ]);
  return (
    <Messages namespaces={['clusters', 'kubeconfigs', 'machines']}>
      <Hydrate answers={answers}>
        <ClusterView uuid={uuid} mayChange={rights.create} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one Kubernetes cluster. */
export const ClusterDetailPage = withOutline(DetailLoading, DetailPage);
