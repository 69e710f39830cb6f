/** What is shown of an object, by whichever way it was listed. */
import type { ListedObject as StoredObject } from '@/lib/storage/listing';
import type { ListedObject } from './storage';

export interface ObjectInfo {
  key: string;
  /** Bytes. */
  size: number | null;
  /** ISO 8601. */
  modified: string | null;
  /** Its media type, which only A60 tells. */
  type: string | null;
  /** Its storage class and ETag, which only the storage itself tells. */
  storageClass: string | null;
  etag: string | null;
}

/** An object that the storage itself listed. */
export const stored = (of: StoredObject): ObjectInfo => ({
  key: of.key,
  size: of.size,
  modified: of.modified,
  type: null,
  storageClass: of.storage_class,
  etag: of.etag,
});

/** An object that the provider's API listed. */
export const listed = (of: ListedObject): ObjectInfo => ({
  key: of.name,
  size: of.size,
  modified: of.updated_at,
  type: of.content_type,
  storageClass: null,
  etag: null,
});
