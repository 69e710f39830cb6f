import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { clustersInput } from './cluster';
import { ClusterList, CreateCluster } from './cluster-list';
import { KubeconfigRegister, KubeconfigWarnings } from './kubeconfig-notices';
import { NoClusterAccess } from './no-access';
import { clusterRights } from './rights';

interface Props {
  params: Promise<GroupScope>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('clusters'))('heading') };
}

async function ListPage({ params, searchParams }: Props) {
  const [scope, query] = await Promise.all([pageParams(params), searchParams]);
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const [t, rights, { problem, answers }] = await Promise.all([
    translator('clusters'),
    clusterRights(scope),
    readForPage('A64', clustersInput(scope, { get: one })),
  ]);
  if (problem?.code === 'not_found') notFound();
  const forbidden = problem?.code === 'no_access' || !rights.read;
  return (
    <Messages namespaces={['clusters', 'kubeconfigs', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={scope.project === undefined ? t('ofOrganization') : t('ofProject')}
        actions={forbidden ? undefined : <CreateCluster rights={rights} />}
      />
      {forbidden ? (
        <NoClusterAccess />
      ) : (
        <Hydrate answers={answers}>
          <div className="flex flex-col gap-4">
            <KubeconfigWarnings place={scope} />
            <ClusterList rights={rights} problem={problem} />
            <KubeconfigRegister place={scope} />
          </div>
        </Hydrate>
      )}
    </Messages>
  );
}

/** The page with the Kubernetes clusters of an organization or project. */
export const ClusterListPage = withOutline(ListLoading, ListPage);
