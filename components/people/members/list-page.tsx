import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoAccess } from '@/components/organization/no-access';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { ViewAsMenu } from '@/components/parts/shell/view-as-menu';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readListForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { AddMembers, OrganizationMembers, ProjectMembers } from './member-list';
import { seeMembers } from './member';
import { MemberFactsProvider } from './place';
import { memberFacts } from './rights';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('members'))('heading') };
}

/** The list of the place: A10 of an organization, A21 of a project. */
async function readMembers({ org, project }: GroupScope) {
  if (project === undefined) {
    const list = await readListForPage('A10', { params: { uuid: org } });
    return {
      ...list,
      shown: <OrganizationMembers beginning={list.beginning} problem={list.problem} />,
    };
  }
  const list = await readListForPage('A21', { params: { uuid: project } });
  return { ...list, shown: <ProjectMembers beginning={list.beginning} problem={list.problem} /> };
}

async function ListPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, { read, ...facts }, list] = await Promise.all([
    translator('members'),
    memberFacts(scope),
    readMembers(scope),
  ]);
  if (list.problem?.code === 'not_found') notFound();
  const title = t('heading');
  const forbidden = list.problem?.code === 'no_access' || !read;
  return (
    <Messages namespaces={['members', 'rights', 'machines']}>
      <MemberFactsProvider value={facts}>
        <Breadcrumbs trail={[{ label: title }]} />
        <PageHeader
          title={title}
          description={scope.project === undefined ? t('ofOrganization') : t('ofProject')}
          actions={
            forbidden ? undefined : (
              <>
                <ViewAsMenu />
                <AddMembers />
              </>
            )
          }
        />
        {forbidden ? (
          <NoAccess title={t('noAccess')} lacking={seeMembers(scope)}>
            {t('noAccessText')}
          </NoAccess>
        ) : (
          <Hydrate answers={list.answers}>{list.shown}</Hydrate>
        )}
      </MemberFactsProvider>
    </Messages>
  );
}

/** The page with the members of an organization or project. */
export const MemberListPage = withOutline(ListLoading, ListPage);
