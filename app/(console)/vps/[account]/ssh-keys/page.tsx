import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { AddKey, SshKeyList } from '@/components/vps/ssh-keys/ssh-key-list';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('ssh-keys'))('heading') };
}

async function SshKeysPage({ params }: { params: Promise<{ account: string }> }) {
  const t = await translator('ssh-keys');
  const { account } = await pageParams(params);
  const { problem, answers } = await readForPage('D70', {}, account);
  const reason = problem?.code === 'no_access' ? t('noAccessReason') : null;
  return (
    <Messages namespaces={['ssh-keys']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={<AddKey reason={reason} />}
      />
      <Hydrate answers={answers}>
        <SshKeyList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, SshKeysPage);
