'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { PageHeader } from '@/components/ui/page-header';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { useBucketActions } from './actions';
import { hostOf } from './address';
import { BucketGate, type BucketProps } from './bucket-gate';
import { FolderTools } from './folder-tools';
import { FolderPath } from './folder-path';
import { ObjectList } from './object-list';
import { usePolicies } from './policies';
import { PolicyStatus } from './policy-status';
import { useFolder } from './use-folder';

/** The page of one bucket. It is gone once A57 doesn't list it any more. */
export function BucketView({ mayChange, ...of }: BucketProps) {
  const { bucket } = of;
  return (
    <BucketGate {...of} trail={[{ label: bucket }]} title={bucket}>
      {(storage) => (
        <>
          <Head bucket={bucket} mayChange={mayChange} />
          <Folder bucket={bucket} mayChange={mayChange} host={hostOf(storage)} />
        </>
      )}
    </BucketGate>
  );
}

function Head({ bucket, mayChange }: { bucket: string; mayChange: boolean }) {
  const scope = useGroup();
  const router = useRouter();
  const { policies } = usePolicies();
  const left = useCallback(() => router.push(buckets.page(scope)), [router, scope]);
  const actions = useBucketActions(mayChange, left);
  return (
    <PageHeader
      title={bucket}
      status={
        <span role="status">
          <PolicyStatus set={policies[bucket]} chip />
        </span>
      }
      actions={
        <ActionButtons actions={actions} row={{ name: bucket }} identity={buckets} shown={2} />
      }
    />
  );
}

function Folder({
  bucket,
  mayChange,
  host,
}: {
  bucket: string;
  mayChange: boolean;
  host: string | null;
}) {
  const folder = useFolder(bucket);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <FolderPath folder={folder} />
        <FolderTools {...{ folder, mayChange }} />
      </div>
      <ObjectList {...{ folder, mayChange, host }} />
    </>
  );
}
