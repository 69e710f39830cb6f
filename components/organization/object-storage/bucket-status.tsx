'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import type { PublicRights } from '@/lib/storage/shapes';
import { usePolicies } from './policies';
import { PolicyStatus } from './policy-status';
import { usePolicy } from './use-bucket-settings';

/** In one word what a policy gives to anyone. */
function wordOf({ read, list, write, delete: remove }: PublicRights) {
  if (write === 'yes' || remove === 'yes') return 'writable';
  if (read === 'yes' || list === 'yes') return 'public';
  return [read, list, write, remove].includes('some') ? 'partly' : 'private';
}

const groups = { writable: 'error', public: 'run', partly: 'unknown', private: 'off' } as const;

/** Whether a bucket is public, beside its name: as the storage says it where a key is linked, else as it was set in this tab. */
export function BucketStatus({ bucket }: { bucket: string }) {
  const t = useTranslations('object-storage.policy');
  const { policies } = usePolicies();
  const { data, isLoading } = usePolicy(bucket);
  const word = data && wordOf(data.says);
  return (
    <span role="status">
      {word ? (
        <Status group={groups[word]} chip>
          {t(word)}
        </Status>
      ) : isLoading ? null : (
        <PolicyStatus set={policies[bucket]} chip />
      )}
    </span>
  );
}
