import { InstanceNetwork } from '@/components/vps/instance-network/instance-network';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('networks'))('tab.title'));
}

/** The tab with the public address and the private network of an instance. */
export default async function InstanceNetworkPage({ params }: Props) {
  const { instance } = await pageParams(params);
  return (
    <Messages namespaces={['networks', 'addresses']}>
      <InstanceNetwork instance={instance} />
    </Messages>
  );
}
