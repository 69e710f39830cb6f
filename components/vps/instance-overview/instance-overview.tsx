'use client';
import { InstanceFacts } from './instance-facts';
import { useInstance } from '@/components/vps/instances/use-instance';

/** The first tab of an instance. */
export function InstanceOverview({ instance }: { instance: string }) {
  const { data } = useInstance(instance);
  return data ? <InstanceFacts machine={data} /> : null;
}
