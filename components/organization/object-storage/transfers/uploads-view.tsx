'use client';
import { BucketFrame } from '../bucket-frame';
import type { BucketProps } from '../bucket-gate';
import { UnfinishedUploads } from './unfinished';

/** The unfinished uploads of a bucket. */
export function UploadsView(of: BucketProps) {
  return (
    <BucketFrame {...of} part="uploads">
      {() => <UnfinishedUploads bucket={of.bucket} mayChange={of.mayChange} />}
    </BucketFrame>
  );
}
