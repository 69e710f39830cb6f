import { readForPage } from '@/lib/next/read-for-page';
import { MetricsView } from '@/components/vps/metrics/metrics-view';
import { metricsInput, readPeriod } from '@/components/vps/metrics/period';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('metrics'))('title'));
}

/** The tab with charts of an instance's CPU, memory, network and disk. */
async function MetricsPage({ params, searchParams }: Props) {
  const { account, instance } = await pageParams(params);
  const { period: given } = await searchParams;
  const period = readPeriod(typeof given === 'string' ? given : null);
  const { problem, answers } = await readForPage('D05', metricsInput(instance, period), account);
  return (
    <Messages namespaces={['charts', 'metrics']}>
      <Hydrate answers={answers}>
        <MetricsView instance={instance} serverPeriod={period} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(PartLoading, MetricsPage);
