/** Reads of a bucket with a linked key: its folders and objects, page by page, and what is in it. */
import {
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { storageErrorName } from './refusal';

/** One object of a list. */
export interface ListedObject {
  /** The exact key. */
  key: string;
  /** Bytes. */
  size: number;
  /** ISO 8601, or null. */
  modified: string | null;
  storage_class: string | null;
  etag: string | null;
}

/** One page of a folder. */
export interface Listing {
  /** Folders, by their whole prefix: `photos/2026/`. */
  prefixes: string[];
  objects: ListedObject[];
  /** The token of the next page; null at the end. */
  next: string | null;
}

/** What a bucket holds, counted up to 1,000 of a kind. */
export interface BucketContents {
  objects: number;
  /** Older versions and delete markers. */
  versions: number;
  /** Unfinished uploads. */
  uploads: number;
  /** Whether there is more than was counted. */
  more: boolean;
}

/** Keys come percent-encoded (`encoding-type=url`), since XML can't hold every character; S3 writes a space as `+`. */
export function decodedKey(key: string | undefined): string {
  const text = (key ?? '').replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    return key ?? ''; // a store that ignored the encoding
  }
}

/**
 * One page of what is directly under a prefix.
 * @param of `max`: objects and folders together, at most 1,000. `deep`: all objects under the prefix, without folders
 */
export async function listObjects(
  client: S3Client,
  of: { bucket: string; prefix: string; token: string | null; max: number; deep?: boolean },
  signal: AbortSignal,
): Promise<Listing> {
  const answer = await client.send(
    new ListObjectsV2Command({
      Bucket: of.bucket,
      Prefix: of.prefix,
      ...(of.deep ? {} : { Delimiter: '/' }),
      MaxKeys: of.max,
      EncodingType: 'url',
      ...(of.token === null ? {} : { ContinuationToken: of.token }),
    }),
    { abortSignal: signal },
  );
  const keyOf = answer.EncodingType === 'url' ? decodedKey : (key: string | undefined) => key ?? '';
  return {
    prefixes: (answer.CommonPrefixes ?? []).map(({ Prefix }) => keyOf(Prefix)),
    objects: (answer.Contents ?? []).map((object) => ({
      key: keyOf(object.Key),
      size: object.Size ?? 0,
      modified: object.LastModified?.toISOString() ?? null,
      storage_class: object.StorageClass ?? null,
      etag: object.ETag?.replaceAll('"', '') ?? null,
    })),
    next: answer.NextContinuationToken ?? null,
  };
}

/** A version of a key, to be deleted for good. */
export interface Version {
  Key: string;
  VersionId?: string;
}

interface Versions {
  objects: Version[];
  older: Version[];
  more: boolean;
}

/** Up to 1,000 versions, the first ones of a bucket. A store without versions lists its objects. */
export async function firstVersions(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<Versions> {
  const of = { Bucket: bucket, MaxKeys: 1000, EncodingType: 'url' } as const;
  try {
    const {
      Versions = [],
      DeleteMarkers = [],
      ...answer
    } = await client.send(new ListObjectVersionsCommand(of), { abortSignal: signal });
    const keyOf = answer.EncodingType === 'url' ? decodedKey : (key?: string) => key ?? '';
    const named = ({ Key, VersionId }: { Key?: string; VersionId?: string }): Version => ({
      Key: keyOf(Key),
      ...(VersionId === undefined ? {} : { VersionId }),
    });
    return {
      objects: Versions.filter(({ IsLatest }) => IsLatest).map(named),
      older: [...Versions.filter(({ IsLatest }) => !IsLatest), ...DeleteMarkers].map(named),
      more: answer.IsTruncated ?? false,
    };
  } catch (error) {
    const name = storageErrorName(error);
    if (name !== 'NotImplemented' && name !== 'MethodNotAllowed') throw error;
    const answer = await client.send(new ListObjectsV2Command(of), { abortSignal: signal });
    const keyOf = answer.EncodingType === 'url' ? decodedKey : (key?: string) => key ?? '';
    return {
      objects: (answer.Contents ?? []).map(({ Key }) => ({ Key: keyOf(Key) })),
      older: [],
      more: answer.IsTruncated ?? false,
    };
  }
}

/** An upload that isn't finished. */
export interface OpenUpload {
  Key: string;
  UploadId: string;
}

/** Up to 1,000 unfinished uploads. A store without them has none. */
export async function firstUploads(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<{ uploads: OpenUpload[]; more: boolean }> {
  try {
    const answer = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, MaxUploads: 1000, EncodingType: 'url' }),
      { abortSignal: signal },
    );
    const keyOf = answer.EncodingType === 'url' ? decodedKey : (key?: string) => key ?? '';
    const uploads = (answer.Uploads ?? []).flatMap(({ Key, UploadId }) =>
      UploadId === undefined ? [] : [{ Key: keyOf(Key), UploadId }],
    );
    return { uploads, more: answer.IsTruncated ?? false };
  } catch (error) {
    const name = storageErrorName(error);
    if (name !== 'NotImplemented' && name !== 'MethodNotAllowed') throw error;
    return { uploads: [], more: false };
  }
}

/** What keeps a bucket from being deleted. */
export async function bucketContents(
  client: S3Client,
  bucket: string,
  signal: AbortSignal,
): Promise<BucketContents> {
  const [versions, uploads] = await Promise.all([
    firstVersions(client, bucket, signal),
    firstUploads(client, bucket, signal),
  ]);
  return {
    objects: versions.objects.length,
    versions: versions.older.length,
    uploads: uploads.uploads.length,
    more: versions.more || uploads.more,
  };
}
