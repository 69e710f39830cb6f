import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { ViewAsMenu } from '@/components/parts/shell/view-as-menu';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { OrganizationSettings } from './organization-settings';
import { groupRights } from './rights';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-settings'))('heading') };
}

async function Page({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await pageParams(params);
  const [t, rights, { problem, answers }] = await Promise.all([
    translator('organization-settings'),
    groupRights({ org }),
    readForPage('A07', { params: { uuid: org } }),
  ]);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages namespaces={['organization-settings', 'icons', 'rights', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('ofOrganization')}
        actions={
          <>
            <ViewAsMenu />
            <ButtonLink href={paths.newOrganization()}>{t('newOrganization')}</ButtonLink>
          </>
        }
      />
      <Hydrate answers={answers}>
        <OrganizationSettings
          rights={rights}
          financeLevel={settings().NUSA_FINANCE_LEVEL ?? null}
          problem={problem}
        />
      </Hydrate>
    </Messages>
  );
}

/** The settings of an organization. */
export const OrganizationSettingsPage = withOutline(DetailLoading, Page);
