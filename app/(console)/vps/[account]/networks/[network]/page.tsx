import { readForPage } from '@/lib/next/read-for-page';
import { detailInput, membersInput } from '@/components/vps/networks/inputs';
import { NetworkView } from '@/components/vps/networks/network-view';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { titleOf } from '@/lib/next/title';
import { networks } from '@/lib/resources/vps';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; network: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { account, network } = await pageParams(params);
  const [t, { data }] = await Promise.all([
    translator('networks'),
    readForPage('D50', detailInput(network), account),
  ]);
  return titleOf(data && networks.name(data), t('heading'));
}

/** The page of a private network: its machines as a diagram and a table, its gateway, and its traffic. */
async function NetworkPage({ params }: Props) {
  const { account, network } = await pageParams(params);
  const [detail, members] = await Promise.all([
    readForPage('D50', detailInput(network), account),
    readForPage('D51', membersInput(network), account),
  ]);
  return (
    <Messages namespaces={['networks', 'machines', 'charts']}>
      <Hydrate answers={[...detail.answers, ...members.answers]}>
        <NetworkView
          key={network}

          network={network}
          problems={{ network: detail.problem, members: members.problem }}
        />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(DetailLoading, NetworkPage);
