import { notFound } from 'next/navigation';
import { NoAccess } from '@/components/organization/no-access';
import { roleIn } from '@/components/organization/vms/access';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { PageHeader } from '@/components/ui/page-header';
import { roleCan } from '@/lib/contract/permissions';
import { tryRead } from '@/lib/next/backend';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { members } from '@/lib/resources/awanio';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { Offboarding } from './offboarding';

export async function generateMetadata({ params }: PageProps) {
  const [t, { org, user }] = await Promise.all([translator('offboarding'), pageParams(params)]);
  const { data } = await readForPage('A10', { params: { uuid: org } });
  const member = data?.data.find(({ users }) => users.uuid === user);
  return titleOf(member && members.name(member), t('heading'));
}

interface PageProps {
  params: Promise<{ org: string; user: string }>;
}

async function Page({ params }: PageProps) {
  const { org, user } = await pageParams(params);
  const [t, list, me, role, { scopes }, members, projects] = await Promise.all([
    translator('offboarding'),
    translator('members'),
    tryRead('A04', {}),
    roleIn({ org }),
    sessionScopes(),
    readForPage('A10', { params: { uuid: org } }),
    readForPage('A15', {}),
  ]);
  if (members.problem?.code === 'not_found') notFound();
  const forbidden =
    members.problem?.code === 'no_access' || (role !== null && !roleCan(role, 'group.admin'));
  const organization = scopes.find(({ key }) => key === `o/${org}`)?.label ?? org;
  const { NUSA_FINANCE_LEVEL: financeLevel, NUSA_DEWAVPS_LABEL, NUSA_DEWAVPS_URL } = settings();
  return (
    <Messages namespaces={['offboarding', 'rights']}>
      <Breadcrumbs
        trail={[{ label: list('heading'), href: paths.members({ org }) }, { label: t('heading') }]}
      />
      <PageHeader title={t('heading')} description={t('description', { organization })} />
      {forbidden ? (
        <NoAccess title={t('noAccess')} lacking={{ area: 'organizationMembers' }}>
          {t('noAccessText')}
        </NoAccess>
      ) : (
        <Hydrate answers={[...members.answers, ...projects.answers]}>
          <Offboarding
            user={user}
            self={me.data?.uuid === user}
            organization={organization}
            financeLevel={financeLevel ?? null}
            keysOf={NUSA_DEWAVPS_URL ? NUSA_DEWAVPS_LABEL : null}
            problems={{ members: members.problem, projects: projects.problem }}
          />
        </Hydrate>
      )}
    </Messages>
  );
}

/** Takes a person out of an organization and all of its projects. */
export const OffboardingPage = withOutline(DetailLoading, Page);
