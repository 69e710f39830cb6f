/** Why a bucket can't be deleted: what is in it, counted by the storage itself, or by A60 where no key is linked. */
import type { BucketContents } from '@/lib/storage/listing';

/** What is known of a bucket's contents. */
export interface Contents {
  objects: number;
  /** Older versions and unfinished uploads; null where only the storage itself tells. */
  versions: number | null;
  uploads: number | null;
  /** Whether there is more than was counted. */
  more: boolean;
}

/** Whether anything is known to be in it. */
export const holdsAnything = ({ objects, versions, uploads }: Contents): boolean =>
  objects + (versions ?? 0) + (uploads ?? 0) > 0;

/** What A60 tells: objects alone. */
export const contentsOfList = (objects: readonly unknown[]): Contents => ({
  objects: objects.length,
  versions: null,
  uploads: null,
  more: false,
});

/** What the storage itself tells. */
export const contentsOfStore = (said: BucketContents): Contents => said;
