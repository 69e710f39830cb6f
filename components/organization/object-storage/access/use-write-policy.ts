'use client';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { writePolicy } from '../calls';
import { usePolicies } from '../policies';
import { useSettingsChanged } from '../use-settings-changed';

/** Returns a function that sets the policy of a bucket, or takes it away (null), and proves it anew. Throws `ProblemError`. */
export function useWritePolicy(bucket: string) {
  const params = groupParams(useGroup());
  const { note } = usePolicies();
  const changed = useSettingsChanged();
  return async (policy: string | null): Promise<void> => {
    await writePolicy(params, bucket, policy);
    note(bucket, null); // what was set by the provider's API doesn't hold any more
    await changed(bucket, 'policy', 'proof');
  };
}
