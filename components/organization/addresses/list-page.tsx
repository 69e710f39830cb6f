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
import { machineRights } from '../vms/access';
import { NoAccess } from '../no-access';
import { addressesInput } from './address';
import { AddressList } from './address-list';

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-addresses'))('heading') };
}

async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([pageParams(params), searchParams]);
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const [t, rights, { problem, answers }] = await Promise.all([
    translator('organization-addresses'),
    machineRights({ org }), // Addresses ask for the same rights as machines.
    readForPage('A37', addressesInput(org, { get: one })),
  ]);
  if (problem?.code === 'not_found') notFound();
  return (
    <Messages namespaces={['organization-addresses', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      {rights.read && problem?.code !== 'no_access' ? (
        <Hydrate answers={answers}>
          <AddressList problem={problem} />
        </Hydrate>
      ) : (
        <NoAccess title={t('noAccess.title')} lacking={{ area: 'network', see: true }}>
          {t('noAccess.text')}
        </NoAccess>
      )}
    </Messages>
  );
}

/** The list of an organization's reserved addresses. */
export const AddressListPage = withOutline(ListLoading, Page);
