import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readListForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { NoAccess } from '../no-access';
import { volumeRights } from './rights';
import { volumeParams } from './volume';
import { CreateVolume, VolumeList } from './volume-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-volumes'))('heading') };
}

async function ListPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, rights, list] = await Promise.all([
    translator('organization-volumes'),
    volumeRights(scope),
    readListForPage('A39', { params: volumeParams(scope) }),
  ]);
  if (list.problem?.code === 'not_found') notFound();
  const title = t('heading');
  const forbidden = list.problem?.code === 'no_access' || !rights.read;
  return (
    <Messages namespaces={['organization-volumes', 'machines', 'places']}>
      <Breadcrumbs trail={[{ label: title }]} />
      <PageHeader
        title={title}
        description={scope.project === undefined ? t('ofOrganization') : t('ofProject')}
        actions={forbidden ? undefined : <CreateVolume right={rights.create} />}
      />
      {forbidden ? (
        <NoAccess title={t('noAccess')} lacking={{ area: 'volumes', see: true }}>
          {t('noAccessText')}
        </NoAccess>
      ) : (
        <Hydrate answers={list.answers}>
          <VolumeList rights={rights} beginning={list.beginning} problem={list.problem} />
        </Hydrate>
      )}
    </Messages>
  );
}

/** The page with the volumes of an organization or project. */
export const VolumeListPage = withOutline(ListLoading, ListPage);
