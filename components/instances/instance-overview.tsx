'use client';
import { InstanceFacts } from './instance-facts';
import { useInstance } from './use-instance';

/** The first tab of an instance: what it is, where it hangs, what it costs. */
export function InstanceOverview({ account, instance }: { account: string; instance: string }) {
  const { data } = useInstance(account, instance);
  return data ? <InstanceFacts machine={data} /> : null;
}
