import type { Metadata } from 'next';
import { addressesInput } from '@/components/vps/addresses/address';
import { AddressList, CreateAddress } from '@/components/vps/addresses/address-list';
import { readForPage } from '@/lib/next/read-for-page';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('addresses'))('heading') };
}

async function AddressesPage({ params, searchParams }: Props) {
  const [{ account }, query, t] = await Promise.all([
    pageParams(params),
    searchParams,
    translator('addresses'),
  ]);
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const { problem, answers } = await readForPage('D58', addressesInput({ get: one }), account);
  const reason = problem?.code === 'no_access' ? t('noAccessReason') : null;
  return (
    <Messages namespaces={['addresses', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={<CreateAddress reason={reason} />}
      />
      <Hydrate answers={answers}>
        <AddressList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, AddressesPage);
