/** The provider's payment gateways, for its administrators. Server only. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { readForPage } from '@/lib/next/read-for-page';
import { requireSession } from '@/lib/next/session';
import { withOutline } from '@/lib/next/with-outline';
import { GatewayList } from './gateway-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('gateways'))('heading') };
}

async function Page() {
  const [t, session] = await Promise.all([translator('gateways'), requireSession()]);
  if (!session.awanio?.provider) notFound(); // every other session is refused these operations
  const { problem, answers } = await readForPage('A47', {});
  return (
    <Messages namespaces={['gateways']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <Hydrate answers={answers}>
        <GatewayList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of the provider's payment gateways. */
export const GatewaysPage = withOutline(ListLoading, Page);
