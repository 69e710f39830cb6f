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
import { settings } from '@/lib/settings';
import { groupRights } from '../settings/rights';
import { roleIn } from '../vms/access';
import { NewProject, ProjectList, type ProjectRights } from './project-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-projects'))('heading') };
}

async function projectRights(org: string, known: boolean): Promise<ProjectRights | null> {
  const [rights, role] = await Promise.all([groupRights({ org }), roleIn({ org })]);
  if (role === null && !known) return null;
  return {
    admin: role !== null && rights.admin,
    create:
      role === null
        ? 'stranger'
        : rights.suspended
          ? 'suspended'
          : rights.createProject
            ? 'yes'
            : 'reader',
  };
}

async function Page({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await pageParams(params);
  const [t, list] = await Promise.all([
    translator('organization-projects'),
    readForPage('A15', {}),
  ]);
  const inOne = (list.data?.data ?? []).some(({ organization }) => organization?.uuid === org);
  const rights = await projectRights(org, inOne || list.problem !== null);
  if (rights === null) notFound();
  return (
    <Messages
      namespaces={['organization-projects', 'organization-settings', 'icons', 'rights', 'machines']}
    >
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={<NewProject create={rights.create} />}
      />
      <Hydrate answers={list.answers}>
        <ProjectList
          rights={rights}
          financeLevel={settings().NUSA_FINANCE_LEVEL ?? null}
          problem={list.problem}
        />
      </Hydrate>
    </Messages>
  );
}

/** The page with the projects of an organization. */
export const ProjectListPage = withOutline(ListLoading, Page);
