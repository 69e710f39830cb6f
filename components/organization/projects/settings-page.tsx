import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths, type GroupScope } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { ProjectSettings } from './project-settings';
import { groupRights } from '../settings/rights';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-settings'))('heading') };
}

async function Page({ params }: { params: Promise<Required<GroupScope>> }) {
  const scope = await pageParams(params);
  const [t, rights, { problem, answers }] = await Promise.all([
    translator('organization-settings'),
    groupRights(scope),
    readForPage('A16', { params: { uuid: scope.project } }),
  ]);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages
      namespaces={['organization-settings', 'organization-projects', 'icons', 'rights', 'machines']}
    >
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('ofProject')}
        actions={<ButtonLink href={paths.members(scope)}>{t('projectMembers')}</ButtonLink>}
      />
      <Hydrate answers={answers}>
        <ProjectSettings
          rights={rights}
          financeLevel={settings().NUSA_FINANCE_LEVEL ?? null}
          problem={problem}
        />
      </Hydrate>
    </Messages>
  );
}

/** The settings of a project. */
export const ProjectSettingsPage = withOutline(DetailLoading, Page);
