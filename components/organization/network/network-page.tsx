import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { settings } from '@/lib/settings';
import { machineRights } from '../vms/access';
import { NoAccess } from '../no-access';
import { NetworkView } from './network-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-network'))('heading') };
}

async function Page({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await pageParams(params);
  const [t, rights, { problem, answers }] = await Promise.all([
    translator('organization-network'),
    machineRights({ org }), // A VPC asks for the same rights as machines.
    readForPage('A07', { params: { uuid: org } }),
  ]);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages namespaces={['organization-network', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      {rights.read && problem?.code !== 'no_access' ? (
        <Hydrate answers={answers}>
          <NetworkView
            mayChange={rights.create}
            meaning={settings().NUSA_VPC_SIZE}
            problem={problem}
          />
        </Hydrate>
      ) : (
        <NoAccess title={t('noAccess.title')} lacking={{ area: 'network', see: true }}>
          {t('noAccess.text')}
        </NoAccess>
      )}
    </Messages>
  );
}

/** The page with the VPC of an organization. */
export const NetworkPage = withOutline(DetailLoading, Page);
