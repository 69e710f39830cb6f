import type { Metadata } from 'next';
import { InstanceOverview } from '@/components/vps/instance-overview/instance-facts';
import { Messages } from '@/components/parts/shell/messages';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('title') };
}

export default async function InstancePage({ params }: Props) {
  const { instance } = await pageParams(params);
  return (
    <Messages namespaces={['metrics']}>
      <InstanceOverview instance={instance} />
    </Messages>
  );
}
