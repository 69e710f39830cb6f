'use client';
import { hostOf } from './address';
import { BucketFrame } from './bucket-frame';
import type { BucketProps } from './bucket-gate';
import { FolderPath } from './folder-path';
import { ObjectList } from './object-list';
import { useFolder } from './use-folder';

/** The objects of a bucket. */
export function BucketView(of: BucketProps) {
  const { bucket, mayChange } = of;
  return (
    <BucketFrame {...of}>
      {(storage) => <Folder bucket={bucket} mayChange={mayChange} host={hostOf(storage)} />}
    </BucketFrame>
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
      <FolderPath folder={folder} />
      <ObjectList {...{ folder, mayChange, host }} />
    </>
  );
}
