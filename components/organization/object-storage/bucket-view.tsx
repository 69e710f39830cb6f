'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { hostOf } from './address';
import { BucketFrame } from './bucket-frame';
import type { BucketProps } from './bucket-gate';
import { FolderTools } from './folder-tools';
import { FolderPath } from './folder-path';
import { ObjectList } from './object-list';
import { useFolder, type Folder } from './use-folder';

/** The objects of a bucket. */
export function BucketView(of: BucketProps) {
  const { bucket, mayChange } = of;
  return (
    <BucketFrame {...of}>
      {(storage) => <OpenFolder bucket={bucket} mayChange={mayChange} host={hostOf(storage)} />}
    </BucketFrame>
  );
}

/** Loads beside the page: nothing is uploaded before it stands. */
const UploadArea = lazyNamed(() => import('./transfers/upload-area'), 'UploadArea');

function Uploading(props: { folder: Folder; mayChange: boolean }) {
  const place = <div className="mb-3 h-8" />;
  if (!useInBrowser()) return place;
  return (
    <Suspense fallback={place}>
      <UploadArea {...props} />
    </Suspense>
  );
}

function OpenFolder({
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
      <Uploading {...{ folder, mayChange }} />
      <ObjectList {...{ folder, mayChange, host }} />
    </>
  );
}
