'use client';
import { MetricsBrief } from '@/components/metrics/metrics-brief';
import { InstanceFacts } from './instance-facts';
import { useInstance } from './use-instance';

/** The first tab of an instance: what it is, where it hangs, what it costs. */
export function InstanceOverview({ account, instance }: { account: string; instance: string }) {
  const { data } = useInstance(account, instance);
  if (!data) return null;
  return (
    <div className="grid gap-4">
      <InstanceFacts account={account} machine={data} />
      <MetricsBrief account={account} instance={instance} />
    </div>
  );
}
