/** Parts of an instance's overview with answers of their own. Server only. */
import { MetricsBrief } from '@/components/vps/metrics/metrics-brief';
import { metricsInput } from '@/components/vps/metrics/period';
import { Hydrate } from '@/lib/next/hydrate';
import { readForPage } from '@/lib/next/read-for-page';
import { AccessFacts } from './access-facts';
import { instanceKeysInput } from './inputs';

/** What it does now. */
export async function readLoad(account: string, instance: string) {
  const { answers } = await readForPage('D05', metricsInput(instance, 'hour'), account);
  return (
    <Hydrate answers={answers}>
      <MetricsBrief instance={instance} />
    </Hydrate>
  );
}

/** How to get in. */
export async function readAccess(account: string, instance: string) {
  const { answers } = await readForPage('D48', instanceKeysInput(instance), account);
  return (
    <Hydrate answers={answers}>
      <AccessFacts instance={instance} />
    </Hydrate>
  );
}
