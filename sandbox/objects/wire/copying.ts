/** Where copies come from, for whole objects and for parts. */
import type { ObjectInfo } from '../store';
import { percentDecode } from './address';
import { bucketOf, objectHeaders, quoted, refuseUnknown, versionHeader, xmlReply } from './call';
import type { Call, Reply } from './call';
import { requireSource, writeConditions } from './conditions';
import { checksumElements, objectToRead } from './reading';
import { S3Refusal } from './refusal';

/** The name of a version as the store takes it. */
export interface Source {
  bucket: string;
  key: string;
  versionId?: string;
}

export const copySource = 'x-amz-copy-source';

/** Reads `bucket/key?versionId=…`, of which bucket and key are percent-encoded. */
export function readSource(header: string): Source {
  const [, path = '', version] = /^\/?(.*?)(?:\?versionId=([^?]*))?$/s.exec(header) ?? [];
  const decoded = percentDecode(path);
  const slash = decoded.indexOf('/');
  const [bucket, key] = [decoded.slice(0, Math.max(slash, 0)), decoded.slice(slash + 1)];
  if (bucket === '' || key === '')
    throw new S3Refusal('InvalidArgument', 'Copy Source must mention the source bucket and key.');
  return { bucket, key, ...(version === undefined ? {} : { versionId: percentDecode(version) }) };
}

/** The object that a call copies; the caller must be allowed to read it. */
export function sourceOf(call: Call): { source: Required<Source>; object: ObjectInfo } {
  const named = readSource(call.headers.get(copySource) ?? '');
  const bucket = bucketOf(call, named.bucket);
  const object = objectToRead(call, bucket, named.key, named.versionId ?? null);
  requireSource(object, call.headers);
  return { source: { ...named, versionId: object.versionId }, object };
}

/** How metadata is taken: from the source, or from this call. */
function directiveOf({ headers }: Call): 'COPY' | 'REPLACE' {
  const directive = headers.get('x-amz-metadata-directive')?.toUpperCase() ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE')
    throw new S3Refusal('InvalidArgument', 'Unknown metadata directive.');
  return directive;
}

const largest = 5 * 1024 ** 3;

export async function copyObject(call: Call): Promise<Reply> {
  refuseUnknown(call.headers);
  const { source, object } = sourceOf(call);
  if (object.size > largest)
    throw new S3Refusal('InvalidRequest', 'The copy source is larger than 5 GiB.');
  const replaces = directiveOf(call) === 'REPLACE';
  const itself = source.bucket === call.bucket && source.key === call.key && object.latest;
  if (itself && !replaces)
    throw new S3Refusal(
      'InvalidRequest',
      'This copy request is illegal because it is trying to copy an object to itself without changing it.',
    );
  const to = { bucket: call.bucket, key: call.key };
  const headers = replaces ? objectHeaders(call.headers) : null;
  const copy = await call.store.copy(source, to, headers, writeConditions(call.headers));
  const bucket = bucketOf(call, call.bucket);
  const fromVersions = bucketOf(call, source.bucket).versioning !== 'off';
  return xmlReply(
    'CopyObjectResult',
    { LastModified: copy.modified, ETag: quoted(copy.etag), ...checksumElements(copy) },
    {
      ...versionHeader(copy, bucket),
      'x-amz-copy-source-version-id': fromVersions ? source.versionId : null,
    },
  );
}
