import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { withOutline } from '@/lib/next/with-outline';
import { pageParams } from '@/lib/next/params';
import type { GroupScope } from '@/lib/paths';
import { Hydrate } from '@/lib/next/hydrate';
import { readListForPage } from '@/lib/next/read-for-page';
import { machineRights } from './access';
import { groupParams } from './group';
import { NoMachineAccess } from './no-access';
import { pageTitle } from './page-title';
import { CreateLink, VmList } from './vm-list';

export const generateMetadata = () => pageTitle('title');

async function ListPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, rights, list] = await Promise.all([
    translator('vms'),
    machineRights(scope),
    readListForPage('A25', { params: groupParams(scope) }),
  ]);
  if (list.problem?.code === 'not_found') notFound();
  const title = t('title');
  const forbidden = list.problem?.code === 'no_access' || !rights.read;
  return (
    <Messages namespaces={['vms', 'machines', 'places']}>
      <Breadcrumbs trail={[{ label: title }]} />
      <PageHeader
        title={title}
        description={scope.project === undefined ? t('ofOrganization') : undefined}
        actions={forbidden ? undefined : <CreateLink mayCreate={rights.create} />}
      />
      {forbidden ? (
        <NoMachineAccess />
      ) : (
        <Hydrate answers={list.answers}>
          <VmList mayCreate={rights.create} beginning={list.beginning} problem={list.problem} />
        </Hydrate>
      )}
    </Messages>
  );
}

/** The list of virtual machines of an organization or project. */
export const VmListPage = withOutline(ListLoading, ListPage);
