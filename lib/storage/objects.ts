/** One object: what the store tells of it, its versions, and folders that are made. */
import {
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { problem } from '@/lib/problem';
import { decodedKey } from './listing';
import { storageErrorName } from './refusal';
import type { ObjectDetails, ObjectRef, ObjectVersion, VersionPage } from './shapes';

const bare = (etag: string | undefined) => etag?.replaceAll('"', '') ?? null;

const named = ({ bucket, key, version }: ObjectRef) => ({
  Bucket: bucket,
  Key: key,
  ...(version === undefined ? {} : { VersionId: version }),
});

/** The status of an answer; undefined where nothing was answered. */
const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/**
 * What HEAD answers, with its checksum.
 * @throws ProblemError `not_found` where there is no such object or version, or only the marker of its deletion
 */
export async function headObject(
  client: S3Client,
  of: ObjectRef,
  signal: AbortSignal,
): Promise<HeadObjectCommandOutput> {
  try {
    const head = new HeadObjectCommand({ ...named(of), ChecksumMode: 'ENABLED' });
    return await client.send(head, { abortSignal: signal });
  } catch (error) {
    // Of a marker HEAD answers 405, and of a version id that can't be one 400. Neither has a body that names it.
    const status = statusOf(error);
    if (of.version !== undefined && (status === 405 || status === 400))
      throw problem('not_found', 404, 'There is no such version.', { storage: 'NoSuchVersion' });
    throw error;
  }
}

/** An algorithm's name as the console shows it, by the client's name of its value. */
const checksums = {
  ChecksumSHA256: 'SHA256',
  ChecksumSHA1: 'SHA1',
  ChecksumCRC64NVME: 'CRC64NVME',
  ChecksumCRC32C: 'CRC32C',
  ChecksumCRC32: 'CRC32',
} as const;

function checksumOf(head: HeadObjectCommandOutput): ObjectDetails['checksum'] {
  for (const [name, algorithm] of Object.entries(checksums)) {
    const value = head[name as keyof typeof checksums];
    if (value !== undefined) return { algorithm, value };
  }
  return null;
}

/** The details of an object. @throws ProblemError `not_found` */
export async function objectDetails(
  client: S3Client,
  of: ObjectRef,
  signal: AbortSignal,
): Promise<ObjectDetails> {
  const head = await headObject(client, of, signal);
  const etag = bare(head.ETag);
  const parts = /-(\d+)$/.exec(etag ?? '')?.[1];
  return {
    size: head.ContentLength ?? 0,
    modified: head.LastModified?.toISOString() ?? null,
    etag,
    type: head.ContentType ?? null,
    storage_class: head.StorageClass ?? null,
    version: head.VersionId ?? null,
    cache_control: head.CacheControl ?? null,
    content_disposition: head.ContentDisposition ?? null,
    content_encoding: head.ContentEncoding ?? null,
    content_language: head.ContentLanguage ?? null,
    expires: head.ExpiresString ?? null,
    metadata: head.Metadata ?? {},
    parts: parts === undefined ? null : Number(parts),
    checksum: checksumOf(head),
  };
}

/** Newest first. Within one second the store's order stays, which lists the newest first. */
const newestFirst = (a: ObjectVersion, b: ObjectVersion) =>
  Number(b.latest) - Number(a.latest) ||
  Date.parse(b.modified ?? '') - Date.parse(a.modified ?? '') ||
  0;

/**
 * One page of the versions of exactly this key. The store lists by prefix, so those of longer keys follow and are left out.
 * @param token the version after which the page begins
 */
export async function objectVersions(
  client: S3Client,
  { bucket, key, token }: { bucket: string; key: string; token: string | null },
  signal: AbortSignal,
): Promise<VersionPage> {
  const answer = await client.send(
    new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: key,
      MaxKeys: 100,
      EncodingType: 'url',
      ...(token === null ? {} : { KeyMarker: key, VersionIdMarker: token }),
    }),
    { abortSignal: signal },
  );
  const keyOf = answer.EncodingType === 'url' ? decodedKey : (text?: string) => text ?? '';
  const shared = (of: { VersionId?: string; IsLatest?: boolean; LastModified?: Date }) => ({
    key,
    version: of.VersionId ?? 'null',
    latest: of.IsLatest ?? false,
    modified: of.LastModified?.toISOString() ?? null,
  });
  const mine = <Of extends { Key?: string }>(list: Of[] = []) =>
    list.filter(({ Key }) => keyOf(Key) === key);
  const versions: ObjectVersion[] = [
    ...mine(answer.Versions).map((of) => ({
      ...shared(of),
      marker: false,
      size: of.Size ?? 0,
      etag: bare(of.ETag),
    })),
    ...mine(answer.DeleteMarkers).map((of) => ({
      ...shared(of),
      marker: true,
      size: 0,
      etag: null,
    })),
  ].sort(newestFirst);
  const goesOn = answer.IsTruncated === true && keyOf(answer.NextKeyMarker) === key;
  return { versions, next: (goesOn && answer.NextVersionIdMarker) || null };
}

/** @throws ProblemError `conflict` */
export const refuseTaken = () =>
  problem('conflict', 409, 'There is such an object.', { storage: 'PreconditionFailed' });

/**
 * Makes the empty object that stands for a folder.
 * @throws ProblemError `conflict` where there is one, or anything in it
 */
export async function makeFolder(
  client: S3Client,
  { bucket, prefix }: { bucket: string; prefix: string },
  signal: AbortSignal,
): Promise<void> {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }),
    { abortSignal: signal },
  );
  if (Contents.length > 0) throw refuseTaken();
  const put = (condition: { IfNoneMatch?: '*' }) =>
    client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: prefix,
        Body: new Uint8Array(0),
        ContentType: 'application/x-directory',
        ...condition,
      }),
      { abortSignal: signal },
    );
  try {
    await put({ IfNoneMatch: '*' });
  } catch (error) {
    // The store knows no such condition. It was asked above whether the name is free.
    if (storageErrorName(error) !== 'NotImplemented') throw error;
    await put({});
  }
}
