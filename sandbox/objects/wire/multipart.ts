/** Uploads of many parts. */
import { checksumAlgorithm, checksumAlgorithms } from '../checksums';
import type { Checksum, ChecksumAlgorithm, UploadInfo } from '../store';
import { bodyOf, givenChecksum, readText } from './body';
import { bucketOf, objectHeaders, quoted, refuseUnknown, versionHeader, xmlReply } from './call';
import type { Call, Reply } from './call';
import { rangeOf, writeConditions } from './conditions';
import { sourceOf } from './copying';
import { checksumElements } from './reading';
import { S3Refusal } from './refusal';
import { largestPut } from './writing';
import { readXml, type XmlElement } from './xml';

const mostParts = 10_000;

/** Which checksum an upload's parts have, and whether the whole has one of its own. */
function checksumOfUpload({
  headers,
}: Call): Pick<UploadInfo, 'checksumAlgorithm' | 'checksumType'> {
  const named = headers.get('x-amz-checksum-algorithm');
  const algorithm = checksumAlgorithm(named);
  const type = headers.get('x-amz-checksum-type')?.toUpperCase();
  if (named !== undefined && !algorithm)
    throw new S3Refusal('InvalidRequest', 'Checksum algorithm provided is unsupported.');
  if (!algorithm) return { checksumAlgorithm: null, checksumType: null };
  const usual = algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';
  const wanted = type ?? usual;
  const isHash = algorithm === 'SHA1' || algorithm === 'SHA256';
  const possible = wanted === 'COMPOSITE' ? usual === 'COMPOSITE' : !isHash;
  if ((wanted !== 'COMPOSITE' && wanted !== 'FULL_OBJECT') || !possible)
    throw new S3Refusal(
      'InvalidRequest',
      `The ${wanted} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
    );
  return { checksumAlgorithm: algorithm, checksumType: wanted };
}

export function startUpload(call: Call): Reply {
  refuseUnknown(call.headers);
  const checksum = checksumOfUpload(call);
  const headers = objectHeaders(call.headers);
  const upload = call.store.startUpload(call.bucket, call.key, headers, checksum);
  return xmlReply(
    'InitiateMultipartUploadResult',
    { Bucket: call.bucket, Key: call.key, UploadId: upload.uploadId },
    {
      'x-amz-checksum-algorithm': upload.checksumAlgorithm,
      'x-amz-checksum-type': upload.checksumType,
    },
  );
}

/** The upload that a call names; it must be of the same object. */
function uploadOf(call: Call): UploadInfo {
  const upload = call.store.upload(call.query.get('uploadId') ?? '');
  if (!upload || upload.bucket !== call.bucket || upload.key !== call.key)
    throw new S3Refusal('NoSuchUpload');
  return upload;
}

function partNumberOf({ query }: Call): number {
  const number = Number(query.get('partNumber'));
  if (!/^\d{1,5}$/.test(query.get('partNumber') ?? '') || number < 1 || number > mostParts)
    throw new S3Refusal(
      'InvalidArgument',
      'Part number must be an integer between 1 and 10000, inclusive',
    );
  return number;
}

/** A part's checksum is of the kind that its upload named. */
function requireKind(upload: UploadInfo, given: ChecksumAlgorithm | undefined): void {
  if (upload.checksumAlgorithm && given && given !== upload.checksumAlgorithm)
    throw new S3Refusal(
      'InvalidRequest',
      `Checksum Type mismatch occurred, expected checksum Type: ${upload.checksumAlgorithm}, actual checksum Type: ${given}`,
    );
}

export async function putPart(call: Call): Promise<Reply> {
  const number = partNumberOf(call);
  const upload = uploadOf(call);
  const content = bodyOf(call.source, call.auth, upload.checksumAlgorithm ?? 'CRC64NVME');
  if (content.length > largestPut) throw new S3Refusal('EntityTooLarge');
  requireKind(upload, givenChecksum(call.headers)?.algorithm);
  const part = await call.store.putPart(upload.uploadId, number, content);
  const { checksum } = part;
  const named = checksum && {
    [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksum.value,
  };
  return { status: 200, headers: { etag: quoted(part.etag), ...named } };
}

export async function copyPart(call: Call): Promise<Reply> {
  const number = partNumberOf(call);
  const upload = uploadOf(call);
  const { source, object } = sourceOf(call);
  const header = call.headers.get('x-amz-copy-source-range');
  const range = rangeOf(header, object.size);
  if (header !== undefined && !/^bytes=\d+-\d+$/.test(header))
    throw new S3Refusal(
      'InvalidArgument',
      'The x-amz-copy-source-range value must be of the form bytes=first-last.',
    );
  if (range && header !== `bytes=${range.start}-${range.end}`)
    throw new S3Refusal('InvalidArgument', 'Range specified is not valid for source object.');
  const part = await call.store.copyPart(upload.uploadId, number, source, range ?? undefined);
  return xmlReply('CopyPartResult', { LastModified: part.modified, ETag: quoted(part.etag) });
}

export function listParts(call: Call): Reply {
  const upload = uploadOf(call);
  const after = call.query.number('part-number-marker', 0, 0, mostParts);
  const max = call.query.number('max-parts', 1000, 1, 1000);
  const { parts, next } = call.store.parts(upload.uploadId, after, max);
  const { owner } = bucketOf(call, call.bucket);
  const person = { ID: owner, DisplayName: owner };
  return xmlReply('ListPartsResult', {
    Bucket: call.bucket,
    Key: call.key,
    UploadId: upload.uploadId,
    Initiator: person,
    Owner: person,
    StorageClass: 'STANDARD',
    PartNumberMarker: after,
    NextPartNumberMarker: next,
    MaxParts: max,
    IsTruncated: next !== null,
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
    Part: parts.map(({ number, modified, etag, size, checksum }) => ({
      PartNumber: number,
      LastModified: modified,
      ETag: quoted(etag),
      Size: size,
      ...(checksum ? { [`Checksum${checksum.algorithm}`]: checksum.value } : {}),
    })),
  });
}

/** A part as the list of a completion names it. */
function namedPart(part: XmlElement) {
  const number = Number(part.text('PartNumber')?.trim());
  const etag = part.text('ETag')?.trim().replaceAll('"', '');
  if (!Number.isInteger(number) || number < 1 || !etag) throw new S3Refusal('MalformedXML');
  const checksum = checksumAlgorithms
    .map((one) => part.text(`Checksum${one}`)?.trim())
    .find((value) => value);
  return { number, etag, ...(checksum === undefined ? {} : { checksum }) };
}

/** The checksum of the whole object, where the completion gives one. */
function wholeChecksum(call: Call, upload: UploadInfo): Checksum | undefined {
  const given = givenChecksum(call.headers, true);
  if (!given || upload.checksumType === null) return undefined;
  requireKind(upload, given.algorithm);
  return { ...given, type: upload.checksumType };
}

export async function completeUpload(call: Call): Promise<Reply> {
  const upload = uploadOf(call);
  const checksum = wholeChecksum(call, upload);
  // The checksum of the headers is the object's, not the body's.
  const headers = new Map(
    [...call.headers].filter(([name]) => !name.startsWith('x-amz-checksum-')),
  );
  const text = await readText(call.source, { ...call.auth, headers });
  const parts = readXml(text, 'CompleteMultipartUpload').elements('Part').map(namedPart);
  if (parts.length === 0 || parts.length > mostParts) throw new S3Refusal('MalformedXML');
  const conditions = writeConditions(call.headers);
  const object = await call.store.completeUpload(upload.uploadId, parts, conditions, checksum);
  return xmlReply(
    'CompleteMultipartUploadResult',
    {
      Location: `/${call.bucket}/${call.key}`,
      Bucket: call.bucket,
      Key: call.key,
      ETag: quoted(object.etag),
      ...checksumElements(object),
    },
    versionHeader(object, bucketOf(call, call.bucket)),
  );
}

export function abortUpload(call: Call): Reply {
  call.store.abortUpload(uploadOf(call).uploadId);
  return { status: 204 };
}
