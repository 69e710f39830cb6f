import { InstanceOverview } from '@/components/vps/instance-overview/instance-facts';
import { readLoad } from '@/components/vps/instance-overview/read-parts';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { MetricsBriefOutline } from '@/components/vps/metrics/metrics-brief';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { ContentOrOutline } from '@/lib/next/with-outline';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('instances'))('tabs.overview'));
}

/** What the machine's own facts don't tell is asked for beside them, not after them. */
export default async function InstancePage({ params }: Props) {
  const { account, instance } = await pageParams(params);
  return (
    <Messages namespaces={['metrics']}>
      <InstanceOverview
        instance={instance}
        load={
          <ContentOrOutline outline={<MetricsBriefOutline />}>
            {readLoad(account, instance)}
          </ContentOrOutline>
        }
      />
    </Messages>
  );
}
