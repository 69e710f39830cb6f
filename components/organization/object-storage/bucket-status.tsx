'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { useNotedWord, wordOf } from './bucket-word';
import { usePolicies } from './policies';
import { PolicyStatus } from './policy-status';
import { usePolicy } from './use-bucket-settings';
import { useLinkedKey } from './use-key';

const groups = { writable: 'error', public: 'run', partly: 'unknown', private: 'off' } as const;

/**
 * Whether a bucket is public: as the storage says it where a key is linked, else as it was set in this tab.
 * @param enabled false while the storage isn't to be asked
 * @param chip beside a heading
 */
export function BucketStatus({
  bucket,
  enabled = true,
  chip = true,
}: {
  bucket: string;
  enabled?: boolean;
  chip?: boolean;
}) {
  const t = useTranslations('object-storage.policy');
  const { policies } = usePolicies();
  const linked = Boolean(useLinkedKey().data);
  const { data, isLoading } = usePolicy(bucket, enabled);
  const word = data && wordOf(data.says);
  useNotedWord(bucket, word);
  if (isLoading || (linked && !enabled)) return null;
  return word ? (
    <Status group={groups[word]} chip={chip}>
      {t(word)}
    </Status>
  ) : (
    <PolicyStatus set={policies[bucket]} chip={chip} />
  );
}
