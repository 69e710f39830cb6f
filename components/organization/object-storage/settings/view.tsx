'use client';
import { BucketFrame } from '../bucket-frame';
import type { BucketProps } from '../bucket-gate';
import { NeedsKey } from '../setting-gate';
import { CorsPanel } from './cors-panel';
import { VersioningPanel } from './versioning-panel';

/** The settings of a bucket: versions and CORS. */
export function SettingsView(of: BucketProps) {
  const { bucket, mayChange } = of;
  return (
    <BucketFrame {...of} part="settings">
      {() => (
        <NeedsKey>
          <div className="flex flex-col gap-4">
            <VersioningPanel bucket={bucket} mayChange={mayChange} />
            <CorsPanel bucket={bucket} mayChange={mayChange} />
          </div>
        </NeedsKey>
      )}
    </BucketFrame>
  );
}
