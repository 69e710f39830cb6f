/** One call on its way through the endpoint, and its answer. */
import type { Readable } from 'node:stream';
import type { BucketInfo, ObjectHeaders, ObjectInfo, ObjectStore } from '../store';
import type { Query } from './address';
import type { Authenticated } from './authenticate';
import type { Bytes } from './chunked';
import type { Headers } from './headers';
import { S3Refusal } from './refusal';
import { writeXml, type XmlNode } from './xml';

/** A call whose caller is known. */
export interface Call {
  store: ObjectStore;
  method: string;
  bucket: string;
  key: string;
  query: Query;
  headers: Headers;
  auth: Authenticated;
  /** The body as it comes over the wire. */
  source: Bytes;
  /** Refuses unless the caller may do this with a key of a bucket. */
  permit: (action: string, bucket: BucketInfo, key: string) => void;
  /** The same as a question. */
  may: (action: string, bucket: BucketInfo, key: string) => boolean;
}

/** What is answered; a header that is null isn't sent. */
export interface Reply {
  status: number;
  headers?: Record<string, string | null>;
  body?: string | Readable;
}

export const xmlReply = (
  root: string,
  content: XmlNode,
  headers: Record<string, string | null> = {},
): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: writeXml(root, content),
});

/** The bucket of a call. */
export function bucketOf({ store }: Pick<Call, 'store'>, name: string): BucketInfo {
  const bucket = store.bucket(name);
  if (!bucket) throw new S3Refusal('NoSuchBucket');
  return bucket;
}

export const quoted = (etag: string) => `"${etag}"`;

/** The version of an object in its answer, where the bucket keeps versions. */
export const versionHeader = (
  { versionId }: Pick<ObjectInfo, 'versionId'>,
  bucket: BucketInfo,
) => ({
  'x-amz-version-id': bucket.versioning === 'off' ? null : versionId,
});

const plain = (value: string | undefined) => (value === undefined || value === '' ? null : value);
const metadataLimit = 2048;

/** The headers of a call that are kept with the object. */
export function objectHeaders(headers: Headers): ObjectHeaders {
  const metadata: Record<string, string> = {};
  let size = 0;
  for (const [name, value] of headers)
    if (name.startsWith('x-amz-meta-')) {
      const own = name.slice('x-amz-meta-'.length);
      size += Buffer.byteLength(own) + Buffer.byteLength(value);
      Object.defineProperty(metadata, own, { value, enumerable: true, configurable: true });
    }
  if (size > metadataLimit) throw new S3Refusal('MetadataTooLarge');
  const encodings = (headers.get('content-encoding') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked');
  return {
    contentType: plain(headers.get('content-type')),
    cacheControl: plain(headers.get('cache-control')),
    contentDisposition: plain(headers.get('content-disposition')),
    contentEncoding: plain(encodings.join(',')),
    contentLanguage: plain(headers.get('content-language')),
    expires: plain(headers.get('expires')),
    metadata,
  };
}

/** The names of headers that ask for what isn't here; silence would let a client believe that it has it. */
const unknownHeaders = [
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-tagging',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
  'x-amz-website-redirect-location',
  'x-amz-write-offset-bytes',
];

/** Refuses what a write asks for and doesn't get. */
export function refuseUnknown(headers: Headers): void {
  const unknown = unknownHeaders.find((name) => headers.has(name));
  if (unknown !== undefined)
    throw new S3Refusal('NotImplemented', `${unknown} is not implemented.`);
  const acl = headers.get('x-amz-acl') ?? 'private';
  const grants = [...headers.keys()].some((name) => name.startsWith('x-amz-grant-'));
  if (grants || !['private', 'bucket-owner-full-control', 'bucket-owner-read'].includes(acl))
    throw new S3Refusal('AccessControlListNotSupported');
}
