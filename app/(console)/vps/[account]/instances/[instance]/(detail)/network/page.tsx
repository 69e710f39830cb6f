import type { Metadata } from 'next';
import { InstanceNetwork } from '@/components/vps/instance-network/instance-network';
import { Messages } from '@/components/parts/shell/messages';
import { decodePart } from '@/lib/contract/well-formed';
import { translator } from '@/lib/next/intl';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('networks'))('tab.title') };
}

/** How an instance is reached: its public address, its private network. */
export default async function InstanceNetworkPage({ params }: Props) {
  const { account, instance } = await params;
  return (
    <Messages namespaces={['networks', 'addresses']}>
      <InstanceNetwork account={decodePart(account)} instance={decodePart(instance)} />
    </Messages>
  );
}
