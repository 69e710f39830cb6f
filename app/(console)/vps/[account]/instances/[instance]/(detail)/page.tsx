import type { Metadata } from 'next';
import { InstanceOverview } from '@/components/vps/instance-overview/instance-overview';
import { Messages } from '@/components/parts/shell/messages';
import { decodePart } from '@/lib/contract/well-formed';
import { translator } from '@/lib/next/intl';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('title') };
}

export default async function InstancePage({ params }: Props) {
  const { account, instance } = await params;
  return (
    <Messages namespaces={['metrics']}>
      <InstanceOverview account={decodePart(account)} instance={decodePart(instance)} />
    </Messages>
  );
}
