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
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import { MetalList, OrderLink } from './metal-list';
import { NoMetalAccess } from './no-access';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('bare-metal'))('heading') };
}

async function ListPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, rights, list] = await Promise.all([
    translator('bare-metal'),
    machineRights(scope),
    readForPage('A28', { params: groupParams(scope) }),
  ]);
  if (list.problem?.code === 'not_found') notFound();
  const title = t('heading');
  const forbidden = list.problem?.code === 'no_access' || !rights.read;
  return (
    <Messages namespaces={['bare-metal', 'machines', 'places']}>
      <Breadcrumbs trail={[{ label: title }]} />
      <PageHeader
        title={title}
        description={scope.project === undefined ? t('ofOrganization') : t('ofProject')}
        actions={forbidden ? undefined : <OrderLink may={rights.create} />}
      />
      {forbidden ? (
        <NoMetalAccess />
      ) : (
        <Hydrate answers={list.answers}>
          <MetalList mayChange={rights.create} problem={list.problem} />
        </Hydrate>
      )}
    </Messages>
  );
}

/** The page with the bare-metal machines of an organization or project. */
export const MetalListPage = withOutline(ListLoading, ListPage);
