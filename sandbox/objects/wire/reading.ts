/** Reads of objects: GET, HEAD and attributes. */
import type { BucketInfo, Checksum, ObjectInfo } from '../store';
import { bucketOf, quoted, versionHeader, xmlReply, type Call, type Reply } from './call';
import { askedRange, requireRead, type ByteRange } from './conditions';
import { hasControls } from './headers';
import { S3Refusal } from './refusal';

/** Who may not list a bucket isn't told which keys it has. */
function refuseMissing(call: Pick<Call, 'may'>, bucket: BucketInfo, headers = {}): never {
  if (!call.may('s3:ListBucket', bucket, '')) throw new S3Refusal('AccessDenied');
  throw new S3Refusal('NoSuchKey', undefined, headers);
}

/** The object, or the version of it, that is to be read; markers are refused as S3 does. */
export function objectToRead(
  call: Pick<Call, 'store' | 'may' | 'permit'>,
  bucket: BucketInfo,
  key: string,
  versionId: string | null,
): ObjectInfo {
  call.permit(versionId === null ? 's3:GetObject' : 's3:GetObjectVersion', bucket, key);
  const object = call.store.find(bucket.name, key, versionId ?? undefined);
  if (!object) {
    if (versionId !== null) throw new S3Refusal('NoSuchVersion');
    return refuseMissing(call, bucket);
  }
  if (!object.deleteMarker) return object;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': object.versionId };
  if (versionId === null) return refuseMissing(call, bucket, headers);
  throw new S3Refusal('MethodNotAllowed', undefined, {
    ...headers,
    allow: 'DELETE',
    'last-modified': object.modified.toUTCString(),
  });
}

/** The value of a checksum as S3 writes it: one of parts says how many there are. */
export const checksumText = ({ value, type }: Checksum, { parts }: Pick<ObjectInfo, 'parts'>) =>
  type === 'COMPOSITE' && parts !== null ? `${value}-${parts}` : value;

/** The checksum of an answer's headers. */
export function checksumHeaders(object: ObjectInfo): Record<string, string> {
  const { checksum } = object;
  if (!checksum) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksumText(checksum, object),
    'x-amz-checksum-type': checksum.type,
  };
}

/** The checksum of an answer's XML. */
export function checksumElements(object: ObjectInfo): Record<string, string> {
  const { checksum } = object;
  if (!checksum) return {};
  return {
    [`Checksum${checksum.algorithm}`]: checksumText(checksum, object),
    ChecksumType: checksum.type,
  };
}

const overridable = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** The headers that a signed call may ask for in place of the object's. */
function overrides({ query, auth }: Call): Record<string, string> {
  const asked = overridable.flatMap((name) => {
    const value = query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  if (asked.length > 0 && !auth.signed)
    throw new S3Refusal(
      'InvalidRequest',
      'Request specific response headers cannot be used for anonymous GET requests.',
    );
  if (asked.some(([, value]) => hasControls(value))) throw new S3Refusal('InvalidArgument');
  return Object.fromEntries(asked);
}

function headersOf(object: ObjectInfo, bucket: BucketInfo): Record<string, string | null> {
  const metadata = Object.entries(object.metadata).map(
    ([name, value]) => [`x-amz-meta-${name}`, value] as const,
  );
  return {
    'content-type': object.contentType ?? 'binary/octet-stream',
    'cache-control': object.cacheControl,
    'content-disposition': object.contentDisposition,
    'content-encoding': object.contentEncoding,
    'content-language': object.contentLanguage,
    expires: object.expires,
    etag: quoted(object.etag),
    'last-modified': object.modified.toUTCString(),
    'accept-ranges': 'bytes',
    ...versionHeader(object, bucket),
    ...Object.fromEntries(metadata),
  };
}

/** What `partNumber` asks for, where the parts of a joined object aren't known any more. */
function requirePart({ query }: Call, object: ObjectInfo): void {
  if (!query.has('partNumber')) return;
  const number = query.number('partNumber', 1, 1, 10_000);
  if (number > (object.parts ?? 1)) throw new S3Refusal('InvalidPartNumber');
  if (object.parts !== null && object.parts > 1)
    throw new S3Refusal('NotImplemented', 'Parts of an object cannot be read.');
}

function readObject(call: Call, withBody: boolean): Reply {
  const bucket = bucketOf(call, call.bucket);
  const object = objectToRead(call, bucket, call.key, call.query.get('versionId'));
  requireRead(object, call.headers);
  requirePart(call, object);
  const range: ByteRange | null = askedRange(object, call.headers);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const length = end - start + 1;
  const wantsChecksum = call.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const read = () =>
    call.store.read(bucket.name, call.key, object.versionId, range ? { start, end } : undefined);
  return {
    status: range ? 206 : 200,
    headers: {
      ...headersOf(object, bucket),
      ...(wantsChecksum && !range ? checksumHeaders(object) : {}),
      ...overrides(call),
      'content-length': String(length),
      'content-range': range ? `bytes ${start}-${end}/${object.size}` : null,
    },
    ...(withBody && length > 0 ? { body: read() } : {}),
  };
}

export const getObject = (call: Call): Reply => readObject(call, true);
export const headObject = (call: Call): Reply => readObject(call, false);

/** The attributes that the header names. */
export function getAttributes(call: Call): Reply {
  const bucket = bucketOf(call, call.bucket);
  const object = objectToRead(call, bucket, call.key, call.query.get('versionId'));
  const asked = (call.headers.get('x-amz-object-attributes') ?? '')
    .split(',')
    .map((name) => name.trim());
  const known = {
    ETag: object.etag,
    Checksum: object.checksum ? checksumElements(object) : null,
    ObjectParts: object.parts === null ? null : { TotalPartsCount: object.parts },
    StorageClass: 'STANDARD',
    ObjectSize: object.size,
  };
  const unknown = asked.some((name) => !Object.hasOwn(known, name));
  if (unknown) throw new S3Refusal('InvalidArgument', 'Invalid attribute name specified.');
  const given = Object.entries(known).filter(([name]) => asked.includes(name));
  return xmlReply('GetObjectAttributesResponse', Object.fromEntries(given), {
    ...versionHeader(object, bucket),
    'last-modified': object.modified.toUTCString(),
  });
}
