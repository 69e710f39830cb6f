/**
 * What the S3 endpoint asks of the place that keeps objects. `disk` implements it; `wire` speaks S3 on top of it.
 * Keys are any text of 1 to 1,024 bytes of UTF-8, compared by their bytes, never by a locale.
 */
import type { Readable } from 'node:stream';

/** The kinds of checksum that S3 names in `x-amz-checksum-…`; their values are base64 of the big-endian bytes. */
export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';

/** A checksum of an object or a part. */
export interface Checksum {
  algorithm: ChecksumAlgorithm;
  /** Base64; of a composite one without the `-3`. */
  value: string;
  /** Of the whole content, or of the parts' checksums. */
  type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** The headers that come back as they were given. */
export interface ObjectHeaders {
  contentType: string | null;
  cacheControl: string | null;
  contentDisposition: string | null;
  contentEncoding: string | null;
  contentLanguage: string | null;
  expires: string | null;
  /** `x-amz-meta-…`, by the lower-case name without the prefix; values as they were given. */
  metadata: Record<string, string>;
}

/** A bucket and what is set on it. */
export interface BucketInfo {
  name: string;
  /** Who owns it: the uuid of the organization's or project's object storage. */
  owner: string;
  created: Date;
  /** The policy as JSON text, or null. A public bucket holds a policy that lets anyone get objects. */
  policy: string | null;
  /** The CORS rules as JSON text (an array of rules), or null. */
  cors: string | null;
  /** Versions are kept once it was 'enabled'; 'suspended' keeps the old ones. */
  versioning: 'off' | 'enabled' | 'suspended';
}

/** What is known of one stored version of an object. */
export interface ObjectInfo extends ObjectHeaders {
  key: string;
  /** `null` as text where versions are not kept, as S3 names it. */
  versionId: string;
  latest: boolean;
  /** A marker has no content: it says that the key was deleted in this version. */
  deleteMarker: boolean;
  size: number;
  /** Without quotes: the MD5 in hex, or `<md5 of md5s>-<parts>`. */
  etag: string;
  modified: Date;
  /** How many parts made it; null for one that was put whole. */
  parts: number | null;
  checksum: Checksum | null;
}

/** What must hold when an object is written; else the store throws a `StoreRefusal` of `PreconditionFailed`. */
export interface WriteConditions {
  /** `*`: only where no object stands. */
  ifNoneMatch?: '*';
  /** Only where the object that stands has this ETag. */
  ifMatch?: string;
}

/**
 * A content on its way in. `body` throws to refuse it (a wrong length, a wrong checksum): then nothing is stored.
 * `checksum` is asked after the body's end, since a trailing checksum comes last.
 */
export interface Incoming {
  body: AsyncIterable<Uint8Array>;
  checksum: () => Checksum | null;
}

/** One page of keys. */
export interface ListPage {
  objects: ObjectInfo[];
  /** Each once: the prefixes up to and with the delimiter. */
  prefixes: string[];
  /** Give it as `after` to go on; null at the end. It is opaque to the caller. */
  next: string | null;
}

/** Which keys are listed. Objects and prefixes count together towards `max`. */
export interface ListQuery {
  prefix: string;
  delimiter: string;
  /** A `next` of an earlier page. */
  after: string | null;
  /** Keys up to and with this one are left out (`start-after`, `marker`). */
  startAfter?: string;
  max: number;
  /** All versions and markers, newest first within a key; else the latest that are no markers. */
  versions?: boolean;
}

/** An upload of many parts that isn't finished. */
export interface UploadInfo extends ObjectHeaders {
  uploadId: string;
  bucket: string;
  key: string;
  started: Date;
  /** What the parts' checksums are, where the upload named one. */
  checksumAlgorithm: ChecksumAlgorithm | null;
  checksumType: Checksum['type'] | null;
}

/** One part that was put. */
export interface PartInfo {
  number: number;
  size: number;
  etag: string;
  modified: Date;
  checksum: Checksum | null;
}

/** A refusal of the store by S3's own name. The wire gives it its status and words. */
export class StoreRefusal extends Error {
  constructor(
    readonly code:
      | 'NoSuchBucket'
      | 'NoSuchKey'
      | 'NoSuchVersion'
      | 'NoSuchUpload'
      | 'InvalidPart'
      | 'InvalidPartOrder'
      | 'EntityTooSmall'
      | 'BucketNotEmpty'
      | 'BucketAlreadyExists'
      | 'BucketAlreadyOwnedByYou'
      | 'PreconditionFailed'
      | 'KeyTooLongError'
      | 'InsufficientStorage'
      | 'BadDigest',
    message?: string,
  ) {
    super(message ?? code);
  }
}

/** The place that keeps buckets and objects. All of it refuses by `StoreRefusal`. */
export interface ObjectStore {
  buckets(owner: string): BucketInfo[];
  bucket(name: string): BucketInfo | null;
  createBucket(name: string, owner: string): BucketInfo;
  configureBucket(
    name: string,
    settings: Partial<Pick<BucketInfo, 'policy' | 'cors' | 'versioning'>>,
  ): BucketInfo;
  /** Refused while objects, versions or unfinished uploads are in it. */
  deleteBucket(name: string): void;
  /** What keeps a bucket from being deleted. */
  contents(name: string): { objects: number; versions: number; uploads: number; bytes: number };

  list(bucket: string, query: ListQuery): ListPage;
  /** Without a version: the latest; a delete marker is given as it is. Null where there is none. */
  find(bucket: string, key: string, versionId?: string): ObjectInfo | null;
  /** The content, from `start` to and with `end` (bytes); it stays readable when the object is replaced meanwhile. */
  read(
    bucket: string,
    key: string,
    versionId: string,
    range?: { start: number; end: number },
  ): Readable;
  put(
    bucket: string,
    key: string,
    headers: ObjectHeaders,
    content: Incoming,
    conditions?: WriteConditions,
  ): Promise<ObjectInfo>;
  /** Copies content; `headers` replace the source's where given. */
  copy(
    from: { bucket: string; key: string; versionId?: string },
    to: { bucket: string; key: string },
    headers: ObjectHeaders | null,
    conditions?: WriteConditions,
  ): Promise<ObjectInfo>;
  /** Makes a delete marker where versions are kept; a named version is gone for good. Missing keys are no error. */
  remove(
    bucket: string,
    key: string,
    versionId?: string,
  ): { versionId: string | null; deleteMarker: boolean };

  startUpload(
    bucket: string,
    key: string,
    headers: ObjectHeaders,
    checksum: Pick<UploadInfo, 'checksumAlgorithm' | 'checksumType'>,
  ): UploadInfo;
  upload(uploadId: string): UploadInfo | null;
  putPart(uploadId: string, number: number, content: Incoming): Promise<PartInfo>;
  /** `range` takes that piece of the source alone. */
  copyPart(
    uploadId: string,
    number: number,
    from: { bucket: string; key: string; versionId?: string },
    range?: { start: number; end: number },
  ): Promise<PartInfo>;
  parts(uploadId: string, after: number, max: number): { parts: PartInfo[]; next: number | null };
  uploads(
    bucket: string,
    query: { prefix: string; max: number; after: string | null },
  ): { uploads: UploadInfo[]; next: string | null };
  /** Parts but the last need 5 MiB; `checksum`, where given, must be the whole object's. */
  completeUpload(
    uploadId: string,
    parts: readonly { number: number; etag: string; checksum?: string }[],
    conditions?: WriteConditions,
    checksum?: Checksum,
  ): Promise<ObjectInfo>;
  abortUpload(uploadId: string): void;

  close(): void;
}
