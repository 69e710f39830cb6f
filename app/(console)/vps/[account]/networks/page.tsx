import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { CreateNetwork, NetworkList } from '@/components/vps/networks/network-list';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('networks'))('heading') };
}

async function NetworksPage({ params }: { params: Promise<{ account: string }> }) {
  const t = await translator('networks');
  const { account } = await pageParams(params);
  const { problem, answers } = await readForPage('D49', {}, account);
  const reason = problem?.code === 'no_access' ? t('noAccessReason') : null;
  return (
    <Messages namespaces={['networks', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={<CreateNetwork reason={reason} />}
      />
      <Hydrate answers={answers}>
        <NetworkList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, NetworksPage);
