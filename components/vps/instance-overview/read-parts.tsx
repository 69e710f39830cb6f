/** What an instance's overview reads beside its facts. Server only. */
import { MetricsBrief } from '@/components/vps/metrics/metrics-brief';
import { metricsInput } from '@/components/vps/metrics/period';
import { Hydrate } from '@/lib/next/hydrate';
import { readForPage } from '@/lib/next/read-for-page';

/** What it does now. */
export async function readLoad(account: string, instance: string) {
  const { answers } = await readForPage('D05', metricsInput(instance, 'hour'), account);
  return (
    <Hydrate answers={answers}>
      <MetricsBrief instance={instance} />
    </Hydrate>
  );
}
