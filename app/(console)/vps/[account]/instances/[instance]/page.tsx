import type { Metadata } from 'next';
import { InstanceDetail } from '@/components/instances/instance-detail';
import { readForPage } from '@/components/instances/read';
import { Messages } from '@/components/shell/messages';
import { translator } from '@/lib/next/intl';
import { Hydrate } from '@/lib/query/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('title') };
}

export default async function InstancePage({ params }: Props) {
  const { account: slug, instance: id } = await params;
  const [account, instance] = [decodeURIComponent(slug), decodeURIComponent(id)];
  const input = { params: { instance_uuid: instance } };
  const { problem, answers } = await readForPage('D04', input, account);
  return (
    <Messages namespaces={['machines', 'instances']}>
      <Hydrate answers={answers}>
        <InstanceDetail key={instance} account={account} instance={instance} problem={problem} />
      </Hydrate>
    </Messages>
  );
}
