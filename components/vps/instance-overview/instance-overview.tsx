'use client';
import { InstanceFacts } from './instance-facts';
import { useInstance } from '@/components/vps/instances/use-instance';

/** The first tab of an instance. */
export function InstanceOverview({ account, instance }: { account: string; instance: string }) {
  const { data } = useInstance(account, instance);
  return data ? <InstanceFacts account={account} machine={data} /> : null;
}
