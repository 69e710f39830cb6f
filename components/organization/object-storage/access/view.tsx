'use client';
import { BucketFrame } from '../bucket-frame';
import type { BucketProps } from '../bucket-gate';
import { NeedsKey, SettingGate } from '../setting-gate';
import { usePolicy } from '../use-bucket-settings';
import { PolicyEditor } from './policy-editor';
import { PresetsPanel } from './presets-panel';
import { RightsPanel } from './rights-panel';
import { useTranslations } from 'use-intl';

/** Who may use a bucket: what its policy says in words, what the storage does, and the policy itself. */
export function AccessView(of: BucketProps) {
  return (
    <BucketFrame {...of} part="access">
      {() => (
        <NeedsKey>
          <Access bucket={of.bucket} mayChange={of.mayChange} />
        </NeedsKey>
      )}
    </BucketFrame>
  );
}

function Access({ bucket, mayChange }: { bucket: string; mayChange: boolean }) {
  const t = useTranslations('storage-bucket');
  const query = usePolicy(bucket);
  return (
    <SettingGate query={query} what="policy" failed={t('json.loadFailed')}>
      {({ policy, says }) => (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <RightsPanel bucket={bucket} says={says} />
            <PresetsPanel {...{ bucket, mayChange, policy, says }} />
          </div>
          <PolicyEditor {...{ bucket, mayChange, policy, says }} />
        </div>
      )}
    </SettingGate>
  );
}
